using System.Globalization;
using System.Text.RegularExpressions;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Workbooks;

namespace Fupin.Aid.Records;

/// <summary>What was read from a cell (单元格取值): a value, or the check that it failed and what its sentence shows after the header.</summary>
internal readonly record struct CellValue(object? Value, string? Fault = null, params object[] Shown);

/// <summary>Reads a cell that is not blank.</summary>
internal delegate CellValue ReadCell(SheetCell cell);

/// <summary>How cells of each type are read (单元格读取). A date may be one of the spreadsheet's own, which are numbers of days.</summary>
internal static class RecordCells
{
    private const double FirstDay = 10_000; // 1927: below it a number is no date that anybody means
    private const double LastDay = 80_000;

    public static ReadCell Text(int longest, Regex? form) => cell =>
        cell.Text.Length > longest ? new CellValue(null, "DETAIL", longest)
        : form?.IsMatch(cell.Text) == false ? new CellValue(null, "FORMAT")
        : new CellValue(cell.Text);

    public static ReadCell Number(long least, long most) => cell =>
        decimal.TryParse(cell.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) && number >= least && number <= most
            ? new CellValue((long)number)
            : new CellValue(null, "NUMBER", least, most);

    public static ReadCell Yuan(Money least, Money most) => cell =>
        decimal.TryParse(cell.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && Math.Abs(yuan) < 1_000_000_000_000m && decimal.Round(yuan, 2) == yuan
            ? Within(Money.FromYuan(yuan), least, most)
            : new CellValue(null, "AMOUNT", least, most);

    public static CellValue Within(Money amount, Money least, Money most) =>
        amount >= least && amount <= most ? new CellValue(amount) : new CellValue(null, "AMOUNT", least, most);

    public static CellValue Date(SheetCell cell) =>
        DayOf(cell) is { } day ? new CellValue(day) : new CellValue(null, "DATE");

    public static CellValue Month(SheetCell cell) =>
        AidMonth.TryParse(cell.Text, out var month) ? new CellValue(month)
        : DayOf(cell) is { } day ? new CellValue(AidMonth.Of(day))
        : new CellValue(null, "MONTH");

    public static CellValue YesNo(SheetCell cell) =>
        cell.Text == RecordTexts.Shared.Headers["yes"] ? new CellValue(true)
        : cell.Text == RecordTexts.Shared.Headers["no"] ? new CellValue(false)
        : new CellValue(null, "YESNO");

    public static ReadCell Code<TCode>(string list)
        where TCode : struct, Enum => cell =>
        CodeLists.TryRead(list, cell.Text, out TCode value) || ByName(cell.Text, out value) ? new CellValue(value) : new CellValue(null, "CODE");

    public static ReadCell Word<TWord>(IReadOnlyDictionary<TWord, string> words)
        where TWord : struct, Enum => cell =>
    {
        foreach (var (value, word) in words)
        {
            if (word == cell.Text) return new CellValue(value);
        }

        return ByName(cell.Text, out TWord named) ? new CellValue(named) : new CellValue(null, "CODE");
    };

    // As JSON writes it; a bare number is no name.
    private static bool ByName<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);
    }

    private static DateOnly? DayOf(SheetCell cell)
    {
        if (cell.IsNumber)
        {
            return double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > FirstDay and < LastDay
                ? DateOnly.FromDateTime(DateTime.FromOADate(days))
                : null;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];
        return DateOnly.TryParseExact(cell.Text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
