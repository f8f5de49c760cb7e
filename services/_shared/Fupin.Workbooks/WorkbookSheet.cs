using System.Globalization;

namespace Fupin.Workbooks;

/// <summary>A cell as it was read (单元格).</summary>
/// <param name="Raw">Its content as stored.</param>
/// <param name="IsNumber">Whether the spreadsheet holds it as a number.</param>
public readonly record struct SheetCell(string Raw, bool IsNumber)
{
    /// <summary>The content evened out: no blanks around it, full-width digits and letters as ordinary ones; a number as people write it.</summary>
    public string Text => IsNumber ? Plain(Raw) : Even(Raw);

    private static string Even(string raw) => string.Concat(raw.Trim().Trim('\u3000', '\u00a0').Select(sign => sign switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '．' or '－' => (char)(sign - 0xFEE0),
        _ => sign,
    }));

    // 6.228483786579754E18 stays as it is: digits beyond the fifteenth are gone and must not be guessed.
    private static string Plain(string raw) =>
        decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000_000_000m
            ? value.ToString("0.##########", CultureInfo.InvariantCulture)
            : raw.Trim();
}

/// <summary>A row of the sheet (数据行).</summary>
/// <param name="Number">Its number in the spreadsheet, from 1.</param>
/// <param name="Cells">Its cells by column, from 0.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells);

/// <summary>The sheet of an uploaded workbook (工作表).</summary>
/// <param name="Columns">The headers of row 1, in their places.</param>
/// <param name="Rows">The rows below that hold anything.</param>
public sealed record WorkbookSheet(IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows)
{
    private readonly Dictionary<string, int> places = Columns
        .Select((header, place) => (header, place))
        .Where(column => column.header.Length > 0)
        .DistinctBy(column => column.header)
        .ToDictionary(column => column.header, column => column.place);

    /// <summary>Whether a header is there.</summary>
    public bool Has(string header) => places.ContainsKey(header);

    /// <summary>The place of a header, from 0.</summary>
    public int PlaceOf(string header) => places[header];

    /// <summary>The cell of a row under a header; blank where there is none.</summary>
    public SheetCell Cell(SheetRow row, string header) => places.TryGetValue(header, out var place) && row.Cells.TryGetValue(place, out var cell) ? cell : new SheetCell("", false);
}
