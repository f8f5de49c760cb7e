using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Policies;

/// <summary>A quarter of a year (季度).</summary>
internal sealed record Quarter(int Year, int Number)
{
    public string Period => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}");

    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly DayAfter => First.AddMonths(3);

    /// <summary>The last quarter that is over when a month begins.</summary>
    public static Quarter Before(AidMonth month)
    {
        var inside = month.AddMonths(-3);
        return new Quarter(inside.Year, ((inside.Month - 1) / 3) + 1);
    }
}
