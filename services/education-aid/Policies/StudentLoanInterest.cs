using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Loans;

namespace Fupin.EducationAid.Policies;

/// <summary>Interest on state student loans (国家助学贷款在读期间利息), paid to the bank once a year while the borrower studies.</summary>
internal static class StudentLoanInterest
{
    private const decimal DaysOfYear = 360m;

    // 依据：武发[2016]68号 四(三)(1)；教财[2014]180号：在读期间贷款利息由财政全额补贴
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var recorded = aidCase.Records.Of<StudentLoan>();
        if (recorded.IsEmpty) return;
        // The day on which banks settle the interest of a year, written as month and day.
        var settled = parameters.Numbers("E9.settled");
        if (aidCase.Month.Month != settled[0])
        {
            decisions.Not()?.Line("E9.not.month", settled[0]);
            return;
        }

        var last = new DateOnly(aidCase.Month.Year, settled[0], Math.Min(settled[1], aidCase.Month.Last.Day));
        StudentLoan[] loans = [.. recorded.ToArray().OrderBy(loan => loan.IssuedOn).ThenBy(loan => loan.ContractNo, StringComparer.Ordinal)];
        foreach (var loan in loans) Settle(loan, loans, last, aidCase, parameters, decisions);
    }

    private static void Settle(StudentLoan loan, StudentLoan[] loans, DateOnly last, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var period = aidCase.Month.Year.ToString(CultureInfo.InvariantCulture);
        if (aidCase.Find(loan.MemberId) is null)
        {
            decisions.Not(loan.MemberId)?.Line("E9.not.member", loan.ContractNo);
            return;
        }

        if (aidCase.AlreadyGiven(UniversityAid.Code, loan.MemberId, period, loan.ContractNo))
        {
            decisions.Not(loan.MemberId)?.Line("E9.not.again", loan.ContractNo, period);
            return;
        }

        var sameYear = loans.TakeWhile(one => one != loan).Where(one => one.MemberId == loan.MemberId && one.SchoolYear == loan.SchoolYear).ToList();
        if (sameYear.Exists(one => one.Origin != loan.Origin))
        {
            decisions.Not(loan.MemberId)?.Line("E9.not.type", loan.ContractNo, loan.SchoolYear);
            return;
        }

        var (start, end) = (Later(loan.IssuedOn, last.AddYears(-1)), Earlier(loan.StudiesEndOn, last));
        var days = end.DayNumber - start.DayNumber;
        if (days <= 0)
        {
            decisions.Not(loan.MemberId)?.Line("E9.not.days", loan.ContractNo, period);
            return;
        }

        var cap = loan.Level == LoanLevel.Undergraduate ? "E9.loan.undergraduate" : "E9.loan.postgraduate";
        var most = parameters.On(loan.IssuedOn).Money(cap) - Money.Sum(sameYear.Select(one => one.Principal));
        var principal = Money.Min(loan.Principal, Money.Max(Money.Zero, most));
        var rate = parameters.On(start)["E9.rate"];
        var interest = new Money((long)Math.Round(principal.Fen * (decimal)rate.AsBasisPoints() * days / (10_000m * DaysOfYear), MidpointRounding.AwayFromZero));
        if (interest <= Money.Zero)
        {
            decisions.Not(loan.MemberId)?.Line("E9.not.beyond", loan.ContractNo, loan.SchoolYear);
            return;
        }

        decisions.Give(loan.MemberId, period, AidNature.Interest, interest, loan.ContractNo)?
            .Line("E9.loan", loan.ContractNo, loan.SchoolYear, loan.Principal)
            .Add(parameters.On(loan.IssuedOn).Line(cap))
            .Add(rate.Line)
            .Line("E9.days", Day(start), Day(end), days)
            .Line("E9.interest", principal, rate.AsBasisPoints() / 100m, days, interest);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
