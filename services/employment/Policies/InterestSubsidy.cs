using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Loans;

namespace Fupin.Employment.Policies;

/// <summary>Interest on a small loan for production, paid for a quarter once the bank proves that it was paid (扶贫小额信贷贴息).</summary>
internal static class InterestSubsidy
{
    public const string Code = "J4";

    // 依据：武发[2016]68号 四(三)(2)：发放小额信贷贴息贷款，支持发展特色优势产业
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var loans = aidCase.Records.Of<Loan>().InOrder(Loan.Earlier);
        if (loans.IsEmpty)
        {
            decisions.Not()?.Line("J4.not.loan");
            return;
        }

        foreach (var loan in loans)
        {
            if (aidCase.Find(loan.MemberId) is not { } borrower
                || !borrower.Age.AtLeast(parameters.Number("J4.ageFrom")) || !borrower.Age.Under(parameters.Number("J4.ageTo") + 1))
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.age", parameters.Number("J4.ageFrom"), parameters.Number("J4.ageTo"));
            }
            else if (!loan.IsForProduction())
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.use", loan.ContractNo);
            }
            else if (loan.HasOtherSubsidy == true)
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.other", loan.ContractNo);
            }
            else if (StepMissing(loan) is { } step)
            {
                decisions.Not(loan.MemberId)?.Line(step, loan.ContractNo);
            }
            else if (parameters.On(loan.IssuedOn).Find("J4.rate.long") is null)
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.rate", loan.IssuedOn.ToString("yyyy-MM-dd"));
            }
            else
            {
                Subsidise(loan, aidCase, parameters, decisions);
            }
        }
    }

    // 户申请 → 村初审 → 镇审核 → 区复查 → 银行审定
    private static string? StepMissing(Loan loan) =>
        loan.AppliedOn is null ? "J4.not.applied"
        : loan.VillageOn is null ? "J4.not.village"
        : loan.TownOn is null ? "J4.not.town"
        : loan.DistrictOn is null ? "J4.not.district"
        : loan.BankOn is null ? "J4.not.bank"
        : loan.StepsAreInOrder() ? null
        : "J4.not.order";

    // Proofs may come late: every quarter that is over and proven is paid once, within the time in which it can be asked for.
    private static void Subsidise(Loan loan, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var proven = false;
        foreach (var proof in aidCase.Records.Of<LoanInterest>().InOrder(LoanInterest.Earlier))
        {
            if (proof.ContractNo != loan.ContractNo || proof.MemberId != loan.MemberId) continue;
            proven = true;
            var quarter = Quarter.Parse(proof.Quarter);
            var due = AidMonth.Of(quarter.DayAfter);
            if (due > aidCase.Month || proof.PaidOn > aidCase.Month.Last)
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.over", proof.Quarter);
            }
            else if (due.AddMonths(parameters.Number("J4.claimMonths")) <= aidCase.Month)
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.late", proof.Quarter, parameters.Number("J4.claimMonths"));
            }
            else if (aidCase.AlreadyGiven(Code, loan.MemberId, proof.Quarter, loan.ContractNo))
            {
                decisions.Not(loan.MemberId)?.Line("J4.not.again", proof.Quarter);
            }
            else
            {
                Pay(loan, proof, quarter, aidCase.Records.Of<LoanRepayment>(), parameters, decisions);
            }
        }

        if (!proven) decisions.Not(loan.MemberId)?.Line("J4.not.proof", loan.ContractNo);
    }

    private static void Pay(
        Loan loan, LoanInterest proof, Quarter quarter, ReadOnlySpan<LoanRepayment> repayments, PolicyParameters parameters, Decisions decisions)
    {
        // Never more than the contract asks for: penalty interest is nobody's subsidy.
        var standard = parameters.On(loan.IssuedOn)[loan.IsShort() ? "J4.rate.short" : "J4.rate.long"];
        var rate = Math.Min(loan.RateBasisPoints, standard.AsBasisPoints());
        var most = parameters.Money("J4.principal");
        var (start, end) = (Max(loan.IssuedOn, quarter.First), End(loan, quarter, parameters.Number("J4.years")));
        var fenDays = 0m;
        for (var day = start; day < end;)
        {
            var next = NextRepayment(loan, repayments, day, end);
            fenDays += (decimal)Money.Min(Owed(loan, repayments, day), most).Fen * (next.DayNumber - day.DayNumber);
            day = next;
        }

        var amount = new Money((long)Math.Round(fenDays * rate / (10_000m * 360m), MidpointRounding.AwayFromZero));
        if (amount <= Money.Zero)
        {
            decisions.Not(loan.MemberId)?.Line("J4.not.days", proof.Quarter);
            return;
        }

        var trace = decisions.Give(loan.MemberId, proof.Quarter, AidNature.Interest, amount, loan.ContractNo);
        if (trace is null) return;
        trace.Line("J4.loan", loan.Bank, loan.ContractNo, loan.Principal, loan.IssuedOn.ToString("yyyy-MM-dd"))
            .Line("J4.steps", Text(loan.AppliedOn), Text(loan.VillageOn), Text(loan.TownOn), Text(loan.DistrictOn), Text(loan.BankOn))
            .Line("J4.proof", proof.Quarter, proof.PaidOn.ToString("yyyy-MM-dd"), proof.Interest)
            .Parameter("J4.principal")
            .Add(standard.Line)
            .Line("J4.rate", loan.RateBasisPoints / 100m, standard.AsBasisPoints() / 100m)
            .Line("J4.days", end.DayNumber - start.DayNumber);
        for (var day = start; day < end;)
        {
            var next = NextRepayment(loan, repayments, day, end);
            trace.Line("J4.part", day.ToString("yyyy-MM-dd"), next.DayNumber - day.DayNumber, Owed(loan, repayments, day), Money.Min(Owed(loan, repayments, day), most));
            day = next;
        }

        trace.Line("J4.interest", rate / 100m, amount);
    }

    // The subsidy runs until the loan is due, paid back or overdue, and for some years at most.
    private static DateOnly End(Loan loan, Quarter quarter, int years)
    {
        var end = Min(Min(quarter.DayAfter, loan.DueOn), loan.IssuedOn.AddYears(years));
        if (loan.RepaidOn is { } repaid) end = Min(end, repaid);
        return loan.OverdueSince is { } overdue ? Min(end, overdue) : end;
    }

    // What a bank books on a day is not owed on that day any more.
    private static Money Owed(Loan loan, ReadOnlySpan<LoanRepayment> repayments, DateOnly day)
    {
        var owed = loan.Principal;
        foreach (var repayment in repayments)
        {
            if (IsOf(loan, repayment) && repayment.On <= day) owed -= repayment.Principal;
        }

        return Money.Max(Money.Zero, owed);
    }

    private static DateOnly NextRepayment(Loan loan, ReadOnlySpan<LoanRepayment> repayments, DateOnly after, DateOnly end)
    {
        var next = end;
        foreach (var repayment in repayments)
        {
            if (IsOf(loan, repayment) && repayment.On > after) next = Min(next, repayment.On);
        }

        return next;
    }

    private static bool IsOf(Loan loan, LoanRepayment repayment) => repayment.ContractNo == loan.ContractNo && repayment.MemberId == loan.MemberId;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";
}
