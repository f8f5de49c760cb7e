using System.Globalization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>Reads the cells of one row and notes what is wrong with them (读取单元格).</summary>
internal sealed class CellReading(WorkbookSheet sheet, SheetRow row, CheckBook book, List<Finding> findings)
{
    private const decimal MostYuan = 100_000_000m;

    public int Row => row.Number;

    public SheetCell Cell(string header) => sheet.Cell(row, header);

    public string Text(string header) => Cell(header).Text;

    public bool IsBlank(string header) => Text(header).Length == 0;

    public void Say(string header, string check, params object[] values) => findings.Add(book.On(row.Number, header, check, values));

    /// <summary>Whether nothing was found wrong with a cell of this row.</summary>
    public bool IsSound(string header) => !findings.Exists(finding => finding.Row == row.Number && finding.Header == header && finding.Level == FindingLevel.Error);

    public bool Required(string header)
    {
        if (!IsBlank(header)) return true;
        Say(header, "REQUIRED", header);
        return false;
    }

    /// <summary>A text of at most so many signs, or nothing.</summary>
    public string? Short(string header, int longest)
    {
        var text = Text(header);
        if (text.Length > longest) Say(header, "DETAIL", header, longest);
        return text.Length == 0 ? null : text;
    }

    public TCode? Code<TCode>(string header, string list, bool required = false)
        where TCode : struct, Enum
    {
        if (required ? !Required(header) : IsBlank(header)) return null;
        if (CodeLists.TryRead(list, Text(header), out TCode value)) return value;
        Say(header, "CODE", header);
        return null;
    }

    public IReadOnlyList<TCode> Codes<TCode>(string header, string list, bool required = false)
        where TCode : struct, Enum
    {
        if (required ? !Required(header) : IsBlank(header)) return [];
        List<TCode> values = [];
        foreach (var part in Text(header).Split(['、', ',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (CodeLists.TryRead(list, part, out TCode value))
            {
                values.Add(value);
                continue;
            }

            Say(header, "CODE", header);
            return [];
        }

        return values;
    }

    /// <summary>Yuan, blank for none; what is no amount is noted and counts as none.</summary>
    public Money Amount(string header)
    {
        if (IsBlank(header)) return Money.Zero;
        if (decimal.TryParse(Text(header), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)
            && yuan is >= 0 and <= MostYuan && decimal.Round(yuan, 2) == yuan)
        {
            return Money.FromYuan(yuan);
        }

        Say(header, "AMOUNT");
        return Money.Zero;
    }
}
