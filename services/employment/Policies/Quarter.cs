using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Policies;

/// <summary>A quarter of a year (季度), written yyyy-Q1 … yyyy-Q4.</summary>
internal readonly record struct Quarter(int Year, int Number)
{
    public string Period => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}");

    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly DayAfter => First.AddMonths(3);

    /// <summary>The quarter a day falls into.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Reads yyyy-Qn, the form in which records are taken.</summary>
    public static Quarter Parse(string text) => new(int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), text[6] - '0');

    /// <summary>Whether a period is a quarter.</summary>
    public static bool Is(string period) => period.Length == 7 && period[5] == 'Q';
}
