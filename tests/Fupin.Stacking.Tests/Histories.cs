using System.Text.Json;
using CsCheck;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using static Fupin.Stacking.Tests.AHousehold;

namespace Fupin.Stacking.Tests;

/// <summary>
/// Histories of a household over 36 months: departments propose and propose again, a rule changes from a day on, a member dies, the household
/// exits. CsCheck prints the seed of a failure; <c>CsCheck_Iter</c> asks for more of them.
/// </summary>
public sealed class Histories
{
    private const int InCi = 20_000;
    private static readonly AidMonth First = new(2016, 3);
    private static readonly string[] Departments = ["education-aid", "employment", "medical-aid", "social-assistance"];
    private static readonly Guid Child = new("aaaaaaaa-0000-0000-0000-000000000003");

    private static readonly string[] Policies =
    [
        "B1", "B2", "B3", "B4", "B5", "B6", "B8", "B10", "B11", "B12", "B13", "B14", "B15", "E1", "E3", "E5", "E7", "J1", "J2", "J4", "J5", "J6", "J7", "M1", "M2", "M4", "M5", "M6",
    ];

    // The default rules, and a cap that begins after a year: what was before it stays as it was.
    private static readonly RuleBook Book = new(
        [
            .. RuleBook.Default.Rules,
            new Cap("K90", new DateOnly(2017, 3, 1), null, "试验", false, "{policy}超过封顶，核减 {amount} 元。", ["J6", "B1"], Per.Household, Span.Year, Money.FromYuan(9_000L)),
        ],
        RuleBook.Default.PolicyNames);

    private static readonly Gen<ProposedItem> Items =
        from policy in Gen.OneOfConst(Policies)
        from member in Gen.OneOfConst<Guid?>(null, Father, Mother, Child)
        from yuan in Gen.Long[1, 3_000]
        from period in Gen.OneOfConst("", "2016", "2016-S2")
        from claim in Gen.OneOfConst<string?>(null, null, "claim-1", "claim-2")
        select Item(policy, yuan, member, period, claim, claim is null ? null : 4_000);

    private static readonly Gen<Told> Tellings =
        from department in Gen.OneOfConst(Departments)
        from month in Gen.Int[0, 35]
        from revision in Gen.Int[1, 4]
        from items in Items.Array[0, 5]
        select new Told(department, First.AddMonths(month), revision, items);

    private static readonly Gen<History> All =
        from told in Tellings.Array[1, 10]
        from death in Gen.Int[0, 60]
        from exit in Gen.Int[0, 80]
        from seed in Gen.Int
        select new History([.. told.DistinctBy(one => (one.Department, one.Month, one.Revision)).Select(one => one.After(death, exit, First))], seed);

    [Fact]
    public void Whatever_happens_in_whatever_order_every_month_adds_up_and_no_rule_is_broken() => All.Sample(
        history =>
        {
            var stacked = History.Stack(history.Told);
            var shuffled = history.Shuffled();
            // Order, repetition and older revisions that come late do not matter.
            Assert.Equal(Json(stacked), Json(History.Stack(shuffled)));
            AddsUp(stacked);
            KeepsExclusivesApart(stacked);
            KeepsOncePer(stacked);
            KeepsCaps(stacked);
            KeepsClaims(stacked);
            // A month computed again, from what was told for it and what was granted before it, gives what it gave.
            foreach (var (month, result) in stacked) Assert.Equal(JsonSerializer.Serialize(result), JsonSerializer.Serialize(history.Again(month, stacked)));
        },
        iter: InCi);

    [Fact]
    public void A_rule_that_begins_later_changes_no_month_before() => All.Sample(
        history =>
        {
            var (with, without) = (History.Stack(history.Told), History.Stack(history.Told, RuleBook.Default));
            var before = new AidMonth(2017, 3);
            Assert.Equal(Json(with.Where(one => one.Month < before)), Json(without.Where(one => one.Month < before)));
        },
        iter: InCi / 10);

    private static void AddsUp(IReadOnlyList<(AidMonth Month, StackResult Result)> stacked)
    {
        foreach (var item in stacked.SelectMany(one => one.Result.Items))
        {
            Assert.Equal(item.Proposed.Fen, item.Granted.Fen + item.Reductions.Sum(reduction => reduction.Amount.Fen));
            Assert.True(item.Granted.Fen >= 0);
        }
    }

    private static void KeepsExclusivesApart(IReadOnlyList<(AidMonth Month, StackResult Result)> stacked)
    {
        foreach (var (month, result) in stacked)
        {
            foreach (var rule in Book.In(month).OfType<Exclusive>())
            {
                var granted = result.Items.Where(item => item.Granted.Fen > 0 && rule.Policies.Contains(item.Policy) && (rule.Per == Per.Household || item.MemberId is not null));
                Assert.All(granted.GroupBy(item => rule.Per == Per.Household ? null : item.MemberId), same => Assert.Single(same.Select(item => item.Policy).Distinct()));
            }
        }
    }

    private static void KeepsOncePer(IReadOnlyList<(AidMonth Month, StackResult Result)> stacked)
    {
        foreach (var rule in Book.Rules.OfType<OncePer>())
        {
            var granted = from one in stacked
                          where rule.HoldsOn(one.Month.Last)
                          from item in one.Result.Items
                          where item.Granted.Fen > 0 && rule.Policies.Contains(item.Policy)
                          let subject = rule.Per switch { Per.Person => item.MemberId?.ToString(), Per.Household => "", _ => item.Claim }
                          where subject is not null
                          select (subject, Span: rule.Span switch { Span.Period => item.Period, Span.Year => $"{one.Month.Year}", _ => "" });
            Assert.All(granted.CountBy(one => one), group => Assert.Equal(1, group.Value));
        }
    }

    private static void KeepsCaps(IReadOnlyList<(AidMonth Month, StackResult Result)> stacked)
    {
        foreach (var rule in Book.Rules.OfType<Cap>())
        {
            // What a year granted before a cap began stays: the cap only lets nothing more through.
            var years = from one in stacked
                        where rule.HoldsOn(one.Month.Last)
                        from item in one.Result.Items
                        where rule.Policies.Contains(item.Policy) && (rule.Per == Per.Household || item.MemberId is not null)
                        group item.Granted.Fen by (Subject: rule.Per == Per.Household ? null : item.MemberId, one.Month.Year);
            Assert.All(years, year => Assert.True(year.Sum() <= rule.Amount.Fen));
        }
    }

    private static void KeepsClaims(IReadOnlyList<(AidMonth Month, StackResult Result)> stacked)
    {
        string[] payers = ["M1", "M2", "M3", "M5", "M4", "B6", "B11"];
        var paid = stacked.SelectMany(one => one.Result.Items).Where(item => item.Claim is not null && payers.Contains(item.Policy)).GroupBy(item => item.Claim);
        Assert.All(paid, claim => Assert.True(claim.Sum(item => item.Granted.Fen) <= 400_000));
    }

    private static string Json(IEnumerable<(AidMonth Month, StackResult Result)> stacked) => string.Join('\n', stacked.Select(one => $"{one.Month} {JsonSerializer.Serialize(one.Result)}"));

    /// <summary>A department's whole set for a month, at a revision.</summary>
    private sealed record Told(string Department, AidMonth Month, int Revision, IReadOnlyList<ProposedItem> Items)
    {
        // Items of a month's own period; those of a dead child and of a household that left are proposed no more.
        public Told After(int death, int exit, AidMonth first) => this with
        {
            Items = Month > first.AddMonths(exit)
                ? []
                :
                [
                    .. Items
                        .Where(item => item.MemberId != Child || Month <= first.AddMonths(death))
                        .Select(item => item.Period.Length > 0 ? item : item with { Period = Month.ToString() })
                        .DistinctBy(item => (item.Policy, item.MemberId, item.Period, item.Claim)),
                ],
        };
    }

    private sealed record History(IReadOnlyList<Told> Told, int Seed)
    {
        public IReadOnlyList<Told> Shuffled()
        {
            var random = new Random(Seed);
            return [.. Told.Concat(Told.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next())];
        }

        /// <summary>The newest set of each department and month stands, whatever came first; months are stacked one after the other.</summary>
        public static List<(AidMonth Month, StackResult Result)> Stack(IEnumerable<Told> told, RuleBook? book = null)
        {
            var sets = new Dictionary<(string, AidMonth), Told>();
            foreach (var one in told)
            {
                if (!sets.TryGetValue((one.Department, one.Month), out var known) || known.Revision < one.Revision) sets[(one.Department, one.Month)] = one;
            }

            var results = new List<(AidMonth Month, StackResult Result)>();
            foreach (var month in sets.Values.GroupBy(one => one.Month).OrderBy(month => month.Key))
            {
                results.Add((month.Key, Fupin.Stacking.Stack.Compute(
                    [.. month.Select(one => new DepartmentSet(one.Department, one.Revision, one.Items))], book ?? Book, month.Key, Granted(results, month.Key))));
            }

            return results;
        }

        public StackResult Again(AidMonth month, IReadOnlyList<(AidMonth Month, StackResult Result)> stored)
        {
            var sets = Told.Where(one => one.Month == month).GroupBy(one => one.Department).Select(same => same.MaxBy(one => one.Revision)!);
            return Fupin.Stacking.Stack.Compute(
                [.. sets.Select(one => new DepartmentSet(one.Department, one.Revision, [.. one.Items.Reverse()]))], Book, month, Granted(stored, month));
        }

        private static List<EarlierGrant> Granted(IEnumerable<(AidMonth Month, StackResult Result)> results, AidMonth before) =>
        [
            .. from one in results
               where one.Month < before
               from item in one.Result.Items
               select new EarlierGrant(item.Policy, item.MemberId, item.Period, one.Month, item.Granted, item.Claim),
        ];
    }
}
