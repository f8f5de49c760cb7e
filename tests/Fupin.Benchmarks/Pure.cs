using System.Diagnostics;
using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Policies;
using Fupin.Employment.Policies;
using Fupin.Employment.PublicPosts;
using Fupin.MedicalAid.Policies;
using Fupin.SocialAssistance.Policies;
using Fupin.Stacking;

namespace Fupin.Benchmarks;

/// <summary>
/// All policies of the four departments and the stacking of what they give, as pure functions over generated households: one month, the full
/// rule set, social assistance asked again where income that counts was granted. One thread a core.
/// </summary>
internal static class Pure
{
    private static readonly AidMonth Month = new(2016, 9);
    private static readonly PolicyBook[] Books = [EducationPolicies.Book, EmploymentPolicies.Book, SocialAssistancePolicies.Book, MedicalAidPolicies.Book];

    public static void Run(int most)
    {
        var households = Enumerable.Range(0, 20_000).Select(index => Generate(new Random(index))).ToArray();
        Measure(households, 100_000); // warm
        var rows = new List<string[]>();
        for (var count = 1_000; count <= most; count *= 10)
        {
            var (seconds, bytes, granted) = Measure(households, count);
            rows.Add([$"{count:N0}", Format(seconds * 1_000, "0.0"), $"{count / seconds:N0}", Format((double)bytes / count, "0"), Format((double)granted / count, "0.00")]);
        }

        Table.Print(["households", "ms", "households/s", "bytes/household", "aids/household"], rows);
    }

    private static (double Seconds, long Bytes, long Granted) Measure(Household[] households, int count)
    {
        var (threads, bytes, granted) = (Environment.ProcessorCount, 0L, 0L);
        var since = Stopwatch.StartNew();
        var work = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var one = new Desk();
            var sum = 0L;
            for (var index = thread; index < count; index += threads) sum += one.Decide(households[index % households.Length]);
            Interlocked.Add(ref bytes, GC.GetAllocatedBytesForCurrentThread() - before);
            Interlocked.Add(ref granted, sum);
        })).ToList();
        work.ForEach(thread => thread.Start());
        work.ForEach(thread => thread.Join());
        return (since.Elapsed.TotalSeconds, bytes, granted);
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Household(HouseholdFacts Facts, OwnRecords Employment);

    /// <summary>What one thread needs: buffers that serve one household after the other.</summary>
    private sealed class Desk
    {
        private readonly PolicyParameters[] parameters = [.. Books.Select(book => book.SeedOn(Month.Last))];
        private readonly Decisions[] decisions = [.. Books.Select(_ => new Decisions(Detail.Amounts))];
        private readonly StackSheet sheet = new();
        private readonly Stacker stacker = RuleBook.Default.StackerOf(Month);
        private readonly Dictionary<Policy, int> numbers = [];

        public int Decide(Household household)
        {
            var aidCase = new AidCase(Guid.Empty, Month, household.Facts) { Records = household.Employment };
            for (var book = 0; book < Books.Length; book++) Decide(book, aidCase);
            var counted = Stack();
            if (counted is not null)
            {
                Decide(2, aidCase.With(counted, []));
                Stack();
            }

            var granted = 0;
            foreach (ref readonly var line in sheet.Lines)
            {
                if (line.Left > Money.Zero) granted++;
            }

            return granted;
        }

        private void Decide(int book, AidCase aidCase)
        {
            decisions[book].Clear();
            Books[book].Decide(aidCase, parameters[book], decisions[book]);
        }

        // What counts in the means test, which some policies read; null where nothing does.
        private List<CountedAid>? Stack()
        {
            sheet.Clear();
            for (var book = 0; book < decisions.Length; book++)
            {
                foreach (ref readonly var given in decisions[book].All)
                {
                    sheet.Add(new StackLine(NumberOf(given.Policy), given.MemberId, given.Period, given.Claim, given.ClaimTotal, given.Amount, book));
                }
            }

            stacker.Stack(sheet, []);
            List<CountedAid>? counted = null;
            foreach (ref readonly var line in sheet.Lines)
            {
                if (line.Left == Money.Zero || !stacker.ViewsOf(line.Policy).Contains(IncomeView.MeansTest)) continue;
                (counted ??= []).Add(new CountedAid(IncomeView.MeansTest, stacker.CodeOf(line.Policy), line.MemberId, line.Left));
            }

            return counted;
        }

        private int NumberOf(Policy policy)
        {
            if (!numbers.TryGetValue(policy, out var number)) numbers[policy] = number = stacker.NumberOf(policy.Code);
            return number;
        }
    }

    // The mix of the samples: 1.8 people, most of them old, a third disabled, a child at school in every eighth household, a post in every twentieth.
    private static Household Generate(Random random)
    {
        var attribute = random.Next(100) switch { < 55 => HouseholdAttribute.Ordinary, < 85 => HouseholdAttribute.MinimumLivingAllowance, < 93 => HouseholdAttribute.ExtremelyPoor, _ => HouseholdAttribute.DisabledSingle };
        var size = attribute == HouseholdAttribute.DisabledSingle ? 1 : random.Next(100) switch { < 45 => 1, < 80 => 2, < 93 => 3, _ => 4 };
        var members = Enumerable.Range(0, size).Select(place => Member(random, place)).ToArray();
        var income = Money.FromYuan((long)random.Next(0, 9_000 * size));
        var facts = new HouseholdFacts(
            DivisionCode.Parse("320412110207"), attribute, PovertyCause.Illness, members,
            new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money> { [TransferItem.Pension] = Money.FromYuan(1_380L) }, Money.Zero,
                new Dictionary<IncomeView, Money> { [IncomeView.Statistical] = income, [IncomeView.Identification] = income, [IncomeView.MeansTest] = income }));
        return new Household(facts, random.Next(20) == 0
            ? new OwnRecords([new PublicPost { Id = Guid.NewGuid(), MemberId = members[0].MemberId, Title = "保洁", From = new DateOnly(2016, 9, 1), MonthlyPay = Money.FromYuan(1_200L) }])
            : OwnRecords.None);
    }

    private static MemberFacts Member(Random random, int place)
    {
        var age = place == 0 ? random.Next(45, 88) : random.Next(0, 85);
        var disabled = random.Next(100) < 30;
        StudentStatus? student = age is >= 6 and < 12 ? StudentStatus.Primary : age is >= 12 and < 15 ? StudentStatus.Grade8 : age is >= 15 and < 18 ? StudentStatus.SeniorHigh2 : null;
        return new MemberFacts(
            new Guid(random.Next(), (short)place, 0, new byte[8]), place == 0, AgeBand.Of(age), random.Next(2) == 0 ? Sex.Male : Sex.Female,
            [disabled ? HealthStatus.Disabled : random.Next(3) == 0 ? HealthStatus.Chronic : HealthStatus.Healthy],
            disabled ? (DisabilityType)random.Next(1, 8) : null, disabled ? random.Next(1, 5) : null,
            age is >= 16 and < 66 ? (LabourAbility)random.Next(1, 6) : null, student, null, null, 0, Money.Zero);
    }
}
