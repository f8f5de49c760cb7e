using Fupin.Contracts.Values;
using Fupin.Workbooks;

namespace Fupin.Testing;

/// <summary>Workbooks that tests upload.</summary>
public static class AWorkbook
{
    /// <summary>A workbook of one sheet with its headers and rows.</summary>
    public static byte[] Of(string sheet, IReadOnlyList<string> headers, params IReadOnlyList<string>[] rows) => MarkedWorkbook.Of(
        new WorkbookSheet(headers, [.. rows.Select((row, place) => new SheetRow(place + 2, row.Select((text, column) => (text, column)).ToDictionary(cell => cell.column, cell => new SheetCell(cell.text, false))))]),
        FormOf(sheet, headers),
        []);

    /// <summary>Reads one back: its rows by header.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] content, string sheet)
    {
        var (read, no) = ReadWorkbook.From(content, FormOf(sheet, []));
        if (read is null) throw new InvalidOperationException(no?.Text);
        return [.. read.Rows.Select(row => read.Columns.ToDictionary(column => column, column => read.Cell(row, column).Text))];
    }

    /// <summary>An ID number that could be one, of a place, a day of birth and a serial.</summary>
    public static string IdNumber(int serial, string born = "20040315", string area = "320412")
    {
        var seventeen = $"{area}{born}{serial:D3}";
        return "0123456789X".Select(last => seventeen + last).Single(number => IdCardNumber.TryParse(number, out _));
    }

    private static SheetForm FormOf(string sheet, IReadOnlyList<string> headers)
    {
        var no = new ServiceDefaults.Refusal("TEST", "the workbook of a test cannot be read");
        return new SheetForm(sheet, headers, "校验结果", new WorkbookRefusals(no, no, no, no, no, no, no, no, no, no, no));
    }
}
