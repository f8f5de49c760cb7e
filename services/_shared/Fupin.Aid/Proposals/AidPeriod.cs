using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Proposals;

/// <summary>
/// The period an aid is for (所属期), as it is written: yyyy-MM, yyyy-Q1 … Q4, yyyy-S1 and yyyy-S2 for the school terms, yyyy. Terms follow each other
/// without a gap here: spring reaches to August, autumn to January.
/// </summary>
/// <param name="First">Its first month.</param>
/// <param name="Last">Its last month.</param>
/// <param name="Previous">The period before it, as it is written.</param>
public readonly record struct AidPeriod(AidMonth First, AidMonth Last, string Previous)
{
    private const int SpringBegins = 2;
    private const int AutumnBegins = 9;

    /// <summary>Reads a period; null for what is none.</summary>
    public static AidPeriod? Read(string text)
    {
        if (AidMonth.TryParse(text, out var month)) return new AidPeriod(month, month, month.AddMonths(-1).ToString());
        if (text.Length is not (4 or 7) || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is 0 or 9999) return null;
        if (text.Length == 4) return new AidPeriod(new AidMonth(year, 1), new AidMonth(year, 12), Invariant($"{year - 1:0000}"));
        return (text[4..6], text[6]) switch
        {
            ("-S", '1') => new AidPeriod(new AidMonth(year, SpringBegins), new AidMonth(year, AutumnBegins - 1), Invariant($"{year - 1:0000}-S2")),
            ("-S", '2') => new AidPeriod(new AidMonth(year, AutumnBegins), new AidMonth(year + 1, SpringBegins - 1), Invariant($"{year:0000}-S1")),
            ("-Q", '1') => new AidPeriod(new AidMonth(year, 1), new AidMonth(year, 3), Invariant($"{year - 1:0000}-Q4")),
            ("-Q", >= '2' and <= '4' and var quarter) => new AidPeriod(
                new AidMonth(year, (3 * (quarter - '0')) - 2), new AidMonth(year, 3 * (quarter - '0')), Invariant($"{year:0000}-Q{quarter - '1'}")),
            _ => null,
        };
    }

    /// <summary>The last month for which an aid lasts that fell due in a month: one paid afterwards lasts as long as its period.</summary>
    public static AidMonth EndOf(string period, AidMonth due)
    {
        if (Read(period) is not { } read || read.Last >= due) return Read(period)?.Last ?? due;
        return due.AddMonths(((read.Last.Year - read.First.Year) * 12) + read.Last.Month - read.First.Month);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
