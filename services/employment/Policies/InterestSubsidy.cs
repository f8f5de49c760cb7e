using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Loans;

namespace Fupin.Employment.Policies;

/// <summary>Interest on a small loan for production, paid after each quarter (扶贫小额信贷贴息).</summary>
internal static class InterestSubsidy
{
    public const string Code = "J4";

    // 依据：武发[2016]68号 四(三)(2)：发放小额信贷贴息贷款，支持发展特色优势产业
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var loans = aidCase.Records.Of<Loan>();
        if (loans.IsEmpty)
        {
            decisions.Not()?.Line("J4.not.loan");
            return;
        }

        var quarter = Quarter.Before(aidCase.Month);
        foreach (var loan in loans.ToArray().OrderBy(loan => loan.ContractNo, StringComparer.Ordinal))
        {
            if (aidCase.Find(loan.MemberId) is not { } borrower
                || !borrower.Age.AtLeast(parameters.Number("J4.ageFrom")) || !borrower.Age.Under(parameters.Number("J4.ageTo") + 1))
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.age", parameters.Number("J4.ageFrom"), parameters.Number("J4.ageTo"));
            }
            else if (aidCase.AlreadyGiven(Code, loan.MemberId, quarter.Period, loan.ContractNo))
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.again", quarter.Period);
            }
            else
            {
                Subsidise(loan, quarter, parameters, decisions);
            }
        }
    }

    private static void Subsidise(Loan loan, Quarter quarter, PolicyParameters parameters, Decisions decisions)
    {
        var days = Days(loan, quarter, parameters.Number("J4.years"));
        var principal = Money.Min(loan.Principal, parameters.Money("J4.principal"));
        // Never more than the contract asks for: penalty interest is nobody's subsidy.
        var standard = parameters.On(loan.IssuedOn)[loan.IsShort ? "J4.rate.short" : "J4.rate.long"];
        var rate = Math.Min(loan.RateBasisPoints, standard.AsBasisPoints());
        var amount = new Money((long)Math.Round(principal.Fen * (decimal)rate * days / (10_000m * 360m), MidpointRounding.AwayFromZero));
        if (amount <= Money.Zero)
        {
            decisions.Not(loan.MemberId)?.Line("J4.not.days", quarter.Period);
            return;
        }

        decisions.Give(loan.MemberId, quarter.Period, AidNature.Interest, amount, loan.ContractNo)?
            .Line("J4.loan", loan.Bank, loan.ContractNo, loan.Principal, loan.IssuedOn.ToString("yyyy-MM-dd"))
            .Parameter("J4.principal")
            .Add(standard.Line)
            .Line("J4.rate", loan.RateBasisPoints / 100m, standard.AsBasisPoints() / 100m)
            .Line("J4.days", days)
            .Line("J4.interest", principal, rate / 100m, days, amount);
    }

    // The subsidy runs until the loan is due, paid back or overdue, and for some years at most.
    private static int Days(Loan loan, Quarter quarter, int years)
    {
        DateOnly?[] ends = [quarter.DayAfter, loan.DueOn, loan.RepaidOn, loan.OverdueSince, loan.IssuedOn.AddYears(years)];
        var end = ends.OfType<DateOnly>().Min();
        var start = loan.IssuedOn > quarter.First ? loan.IssuedOn : quarter.First;
        return Math.Max(0, end.DayNumber - start.DayNumber);
    }
}
