using CsCheck;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Employment.Businesses;
using Fupin.Employment.Employers;
using Fupin.Employment.Industry;
using Fupin.Employment.Loans;
using Fupin.Employment.Policies;
using Fupin.Employment.PublicPosts;
using Fupin.Employment.Training;

namespace Fupin.Employment.Tests.Policies;

/// <summary>Households whose records come in over 42 months, many of them late: whatever happens, nothing is given twice and every limit is kept.</summary>
public sealed class GeneratedHistories
{
    private const int Months = 42;
    private static readonly AidMonth First = new(2016, 4);
    private static readonly Guid[] Members = [new("00000000-0000-0000-0000-000000000001"), new("00000000-0000-0000-0000-000000000002")];

    private static readonly HouseholdFacts Facts = new(
        DivisionCode.Parse("320412110207"), HouseholdAttribute.Ordinary, PovertyCause.Skill,
        [.. Members.Select((id, place) => new MemberFacts(id, place == 0, AgeBand.Of(52), (Sex)(place + 1), [HealthStatus.Healthy], null, null, null, null, null, null, 0, Money.Zero))],
        new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero, new Dictionary<IncomeView, Money>()));

    // A seed makes a whole history, so that a failure is one number.
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Fact]
    public void Nothing_is_given_twice_and_every_limit_is_kept() => Seeds.Sample(seed => Check(HistoryOf(seed)), iter: 400);

    [Fact]
    public void A_month_is_decided_the_same_whatever_the_order_of_records_and_however_often() => Seeds.Sample(
        seed =>
        {
            var records = Lives(seed);
            var aidCase = CaseOf(First.AddMonths(seed % Months), records.Select(record => record.Record), []);
            var other = CaseOf(aidCase.Month, records.Select(record => record.Record).Reverse(), []);
            var parameters = EmploymentPolicies.Book.SeedOn(aidCase.Month.Last);
            var (one, two) = (EmploymentPolicies.Book.Decide(aidCase, parameters), EmploymentPolicies.Book.Decide(other, parameters));
            return one.Select(Told).Order().SequenceEqual(two.Select(Told).Order()) && one.Select(Told).SequenceEqual(EmploymentPolicies.Book.Decide(aidCase, parameters).Select(Told));
        },
        iter: 2_000);

    [Fact]
    public void Interest_by_parts_is_the_interest_of_its_days() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var (loan, repayments) = ALoan(random, Members[0], "D1");
            var quarter = new Quarter(2016 + random.Next(3), 1 + random.Next(4));
            var proof = new LoanInterest { MemberId = Members[0], ContractNo = "D1", Quarter = quarter.Period, PaidOn = quarter.First };
            var month = AidMonth.Of(quarter.DayAfter);
            var given = EmploymentPolicies.Book.Decide(CaseOf(month, [loan, proof, .. repayments], []), EmploymentPolicies.Book.SeedOn(month.Last));
            return Money.Sum(given.Select(item => item.Amount)) == DayByDay(loan, repayments, quarter);
        },
        iter: 5_000);

    private static Money DayByDay(Loan loan, IReadOnlyList<LoanRepayment> repayments, Quarter quarter)
    {
        var fenDays = 0m;
        for (var day = quarter.First; day < quarter.DayAfter; day = day.AddDays(1))
        {
            if (day < loan.IssuedOn || day >= loan.DueOn || day >= loan.RepaidOn || day >= loan.OverdueSince || day >= loan.IssuedOn.AddYears(3)) continue;
            var owed = loan.Principal.Fen - repayments.Where(repayment => repayment.On <= day).Sum(repayment => repayment.Principal.Fen);
            fenDays += Math.Clamp(owed, 0, 5_000_000);
        }

        var standard = loan.IsShort() ? 435 : 475; // issued after 2015-10-24
        return new Money((long)Math.Round(fenDays * Math.Min(standard, loan.RateBasisPoints) / 3_600_000m, MidpointRounding.AwayFromZero));
    }

    private static bool Check(List<EarlierItem> history)
    {
        Assert.Equal(history.Count, history.Select(item => (item.Policy, item.MemberId, item.Period, item.Claim)).Distinct().Count());
        Assert.All(history, item => Assert.True(item.Amount > Money.Zero));
        var certificates = history.Where(item => item.Policy is "J1" or "J2" && item.Claim?.EndsWith("#2", StringComparison.Ordinal) == false).ToList();
        Assert.All(certificates.GroupBy(item => item.MemberId), own => Assert.True(own.Count() <= 3));
        Assert.All(certificates.GroupBy(item => (item.MemberId, item.Period)), year => Assert.Single(year));
        Assert.All(history.Where(item => item.Policy == "J3").GroupBy(item => item.MemberId), own => Assert.Single(own));
        Assert.All(history.Where(item => item.Policy == "J5" && item.Period.Contains('Q', StringComparison.Ordinal)).GroupBy(item => item.MemberId), own => Assert.Single(own));
        Assert.All(history.Where(item => item.Policy == "J5" && item.Period.Length == 4 && item.Claim![0] == 'L').GroupBy(item => item.Period), year => Assert.Single(year));
        foreach (var policy in new[] { "J5", "J6", "J7" })
        {
            var monthly = history.Where(item => item.Policy == policy && item.Period.Length == 7 && item.Period[5] != 'Q');
            Assert.All(monthly.GroupBy(item => item.MemberId), own => Assert.True(own.Count() <= 36 && own.DistinctBy(item => item.Period).Count() == own.Count()));
        }

        return true;
    }

    // Month by month, with what was given so far.
    private static List<EarlierItem> HistoryOf(int seed)
    {
        var (records, history) = (Lives(seed), new List<EarlierItem>());
        for (var month = First; month < First.AddMonths(Months); month = month.AddMonths(1))
        {
            var aidCase = CaseOf(month, records.Where(record => record.Known <= month).Select(record => record.Record), [.. history]);
            var items = EmploymentPolicies.Book.Decide(aidCase, EmploymentPolicies.Book.SeedOn(month.Last));
            Assert.Equal(items.Count, items.DistinctBy(item => item.ItemId).Count());
            history.AddRange(items.Select(item => new EarlierItem(item.Policy, item.MemberId, item.Period, month, item.Amount, item.Claim)));
        }

        return history;
    }

    private static AidCase CaseOf(AidMonth month, IEnumerable<object> records, IReadOnlyList<EarlierItem> earlier) =>
        new(Members[0], month, Facts) { Records = new OwnRecords(records), Earlier = earlier };

    private static (string, Guid?, string, string?, long) Told(ProposedItem item) => (item.Policy, item.MemberId, item.Period, item.Claim, item.Amount.Fen);

    private static List<(AidMonth Known, object Record)> Lives(int seed)
    {
        var random = new Random(seed);
        List<(AidMonth Known, object Record)> records = [];
        DateOnly Day() => First.First.AddDays(random.Next(Months * 30));
        void Add(DateOnly on, object record) => records.Add((AidMonth.Of(on).AddMonths(random.Next(5)), record));
        foreach (var (place, member) in Members.Index())
        {
            for (var course = 0; course < random.Next(6); course++)
            {
                var (no, on) = ($"C{place}{course}", Day());
                Add(on, new CourseEnrolment { MemberId = member, CourseNo = no, Trade = (TrainingTrade)random.Next(8), From = on.AddDays(-30), To = on, OrderedBy = random.Next(2) == 0 ? "EA" : null });
                Add(on, new Certificate { MemberId = member, CourseNo = no, CertificateNo = $"Z{place}{course}", Level = (SkillLevel)random.Next(3), IssuedOn = on });
            }

            for (var business = 0; business < random.Next(3); business++)
            {
                var on = Day();
                Add(on, new Business { MemberId = member, LicenceNo = $"L{place}{business}", OpenedOn = on, ClosedOn = random.Next(3) == 0 ? on.AddDays(random.Next(600)) : null, IsFirst = random.Next(3) > 0, IsSelfEmployed = random.Next(3) > 0 });
            }

            for (var job = 0; job < random.Next(4); job++)
            {
                var on = Day();
                Add(on, new EmploymentContract { MemberId = member, EmployerCode = random.Next(2) == 0 ? "EA" : "EB", ContractNo = $"H{place}{job}", From = on, To = random.Next(2) == 0 ? on.AddDays(300 + random.Next(200)) : null });
            }

            var (loan, repayments) = ALoan(random, member, $"D{place}");
            Add(loan.IssuedOn, loan);
            foreach (var repayment in repayments) Add(repayment.On, repayment);
            var (post, placement) = (Day(), 1 + random.Next(2));
            Add(post, new PublicPost { MemberId = member, From = post, To = post.AddDays(random.Next(900)), MonthlyPay = new Money(random.Next(1, 250_000)), Placement = placement });
            Add(First.First, new FlexibleWork { MemberId = member, From = Day(), IsNearRetirement = false });
            for (var month = First; month < First.AddMonths(Months); month = month.AddMonths(1))
            {
                if (random.Next(5) > 0) Add(month.Last, new PostAttendance { MemberId = member, Month = month, DaysDue = 22, DaysWorked = random.Next(23) });
                var employer = random.Next(3) switch { 0 => "EA", 1 => "EB", _ => null };
                Add(month.Last, new InsurancePayment { MemberId = member, Month = month, EmployerCode = employer, ByEmployer = new Money(employer is null ? 0 : random.Next(80_000)), ByPerson = new Money(random.Next(1, 80_000)) });
                if (month.Month % 3 == 0) Add(month.Last, new LoanInterest { MemberId = member, ContractNo = $"D{place}", Quarter = Quarter.Of(month.First).Period, PaidOn = month.Last });
            }
        }

        Add(First.First, new IndustryAgreement { AgreementNo = "X1", From = Day() });
        foreach (var year in new[] { 2016, 2017, 2018 })
        {
            Add(new DateOnly(year, 12, 1), new AgreementBenefit { AgreementNo = "X1", Year = year, Amount = new Money(random.Next(1, 300_000)), PaidOn = new DateOnly(year, 12, 1) });
        }

        return records;
    }

    private static (Loan Loan, IReadOnlyList<LoanRepayment> Repayments) ALoan(Random random, Guid member, string contract)
    {
        var issued = new DateOnly(2015, 11, 1).AddDays(random.Next(900));
        var loan = new Loan
        {
            MemberId = member,
            ContractNo = contract,
            Principal = new Money(random.Next(1, 9_000_000)),
            RateBasisPoints = random.Next(300, 900),
            AppliedOn = issued,
            VillageOn = issued,
            TownOn = issued,
            DistrictOn = issued,
            BankOn = issued,
            IssuedOn = issued,
            DueOn = issued.AddDays(random.Next(1, 1_500)),
            OverdueSince = random.Next(4) == 0 ? issued.AddDays(random.Next(1_000)) : null,
            RepaidOn = random.Next(4) == 0 ? issued.AddDays(random.Next(1_000)) : null,
        };
        var repayments = Enumerable.Range(0, random.Next(4)).Select(_ => new LoanRepayment
        {
            MemberId = member,
            ContractNo = contract,
            On = issued.AddDays(random.Next(1_000)),
            Principal = new Money(random.Next(1, 4_000_000)),
        }).DistinctBy(repayment => repayment.On).ToList();
        return (loan, repayments);
    }
}
