using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The income against which a household's need is measured (低保核算收入): the sheet's sum in the view of the means test, and what
/// other departments grant this month that counts in that view. Twelfths are kept whole, so that nothing is rounded before the end.
/// </summary>
/// <param name="Yearly">The sheet's sum for a year; a loss counts as no income.</param>
/// <param name="Granted">Granted aid that counts, for this month.</param>
internal readonly record struct MeansTest(Money Yearly, Money Granted)
{
    private const int MonthsOfYear = 12;

    /// <summary>Whether the household has no income beside a basic pension, which the test of the extremely poor leaves out (基础养老金不计).</summary>
    public bool HasNothingBeside(Money pension) => Yearly <= pension && Granted == Money.Zero;

    public static MeansTest Of(AidCase aidCase) => new(
        Money.Max(Money.Zero, aidCase.Facts.Income.Totals[IncomeView.MeansTest]),
        aidCase.CountedIn(IncomeView.MeansTest));

    /// <summary>Whether the income of a month, shared by so many, is below a standard for each.</summary>
    public bool IsBelow(Money standard, int persons) => YearlyGap(standard, persons) > Money.Zero;

    /// <summary>Whether the income of a month, shared by so many, is at most a standard for each.</summary>
    public bool IsWithin(Money standard, int persons) => YearlyGap(standard, persons) >= Money.Zero;

    /// <summary>What is missing in a month up to a standard for each of so many, and something on top, rounded up to whole units (差额).</summary>
    public Money Gap(Money standard, int persons, Money onTop, Money unit)
    {
        var missing = Money.Max(Money.Zero, YearlyGap(standard, persons)) + (onTop * MonthsOfYear);
        var step = unit.Fen * MonthsOfYear;
        return unit * checked((int)((missing.Fen + step - 1) / step));
    }

    /// <summary>How the income comes about, line by line.</summary>
    public IEnumerable<TraceLine> Lines(PolicyParameters parameters, int persons)
    {
        yield return parameters.Line("income.sheet", Yearly, Monthly);
        if (Granted > Money.Zero) yield return parameters.Line("income.granted", Granted);
        yield return parameters.Line("income.perCapita", Monthly, Granted, persons, PerCapita(persons));
    }

    private Money Monthly => Part(Yearly, MonthsOfYear);

    private Money PerCapita(int persons) => Part(Yearly + (Granted * MonthsOfYear), MonthsOfYear * persons);

    private Money YearlyGap(Money standard, int persons) => (standard * (persons * MonthsOfYear)) - Yearly - (Granted * MonthsOfYear);

    // For people to read only; no amount is computed from it.
    private static Money Part(Money whole, int parts) => new((long)Math.Round((decimal)whole.Fen / parts, MidpointRounding.AwayFromZero));
}
