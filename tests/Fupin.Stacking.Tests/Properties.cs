using System.Text.Json;
using CsCheck;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using static Fupin.Stacking.Tests.AHousehold;

namespace Fupin.Stacking.Tests;

/// <summary>What holds for every household there could be; CsCheck prints the seed of a failure.</summary>
public sealed class Properties
{
    private static readonly string[] Departments = ["education-aid", "employment", "social-assistance", "medical-aid"];
    private static readonly string[] Policies = ["B1", "B2", "B3", "B4", "B5", "B6", "B10", "B11", "E3", "E4", "E5", "J1", "J2", "J4", "J5", "J6", "J7", "M1", "M2", "M3", "M4"];

    private static readonly Gen<ProposedItem> Items =
        from policy in Gen.OneOfConst(Policies)
        from member in Gen.OneOfConst<Guid?>(null, Father, Mother)
        from yuan in Gen.Long[1, 5_000]
        from period in Gen.OneOfConst("2016-05", "2016", "2016-S1")
        from claim in Gen.OneOfConst<string?>(null, "claim-1", "claim-2")
        select Item(policy, yuan, member, period, claim, claim is null ? null : 4_000);

    private static readonly Gen<DepartmentSet[]> Sets =
        Gen.Select(Items.Array[0, 8], Items.Array[0, 8], Items.Array[0, 8], Items.Array[0, 8], (a, b, c, d) =>
            new[] { a, b, c, d }.Select((items, index) => new DepartmentSet(Departments[index], 1, [.. items.DistinctBy(item => item.ItemId)])).ToArray());

    private static readonly Gen<EarlierGrant[]> Earlier =
        (from policy in Gen.OneOfConst(Policies)
         from member in Gen.OneOfConst<Guid?>(null, Father, Mother)
         from yuan in Gen.Long[0, 500]
         from month in Gen.Int[1, 4]
         from claim in Gen.OneOfConst<string?>(null, "claim-1")
         select new EarlierGrant(policy, member, "2016-S1", new AidMonth(2016, month), Money.FromYuan(yuan), claim)).Array[0, 6];

    [Fact]
    public void The_result_does_not_depend_on_the_order_of_arrival() =>
        Gen.Select(Sets, Earlier, Gen.Int).Sample((sets, earlier, seed) =>
        {
            var random = new Random(seed);
            var shuffled = sets.Select(set => set with { Items = [.. set.Items.OrderBy(_ => random.Next())] }).OrderBy(_ => random.Next()).ToArray();
            Assert.Equal(Json(sets, earlier), Json(shuffled, [.. earlier.OrderBy(_ => random.Next())]));
        });

    [Fact]
    public void Proposed_is_granted_plus_reductions_to_the_fen_and_nothing_is_negative() =>
        Gen.Select(Sets, Earlier).Sample((sets, earlier) =>
        {
            foreach (var item in Stack.Compute(sets, RuleBook.Default, May, earlier).Items)
            {
                Assert.Equal(item.Proposed, item.Granted + Money.Sum(item.Reductions.Select(reduction => reduction.Amount)));
                Assert.True(item.Granted >= Money.Zero);
                Assert.All(item.Reductions, reduction => Assert.True(reduction.Amount > Money.Zero && reduction.Text.Length > 0 && !reduction.Text.Contains('{')));
                Assert.Equal(item.Granted == Money.Zero, item.State == StackedState.Refused);
                Assert.Equal(item.Reductions.Count == 0, item.State == StackedState.Granted);
            }
        });

    [Fact]
    public void Every_item_comes_out_once_and_stacking_again_changes_nothing() =>
        Gen.Select(Sets, Earlier).Sample((sets, earlier) =>
        {
            var result = Stack.Compute(sets, RuleBook.Default, May, earlier);
            Assert.Equal(sets.Sum(set => set.Items.Count), result.Items.Count);
            Assert.Equal(Json(sets, earlier), Json(sets, earlier));
        });

    [Fact]
    public void No_claim_is_paid_beyond_its_total() =>
        Gen.Select(Sets, Earlier).Sample((sets, earlier) =>
        {
            string[] payers = ["M1", "M2", "M3", "M4", "B6", "B11"];
            foreach (var claim in Stack.Compute(sets, RuleBook.Default, May, earlier).Items.Where(item => item.Claim is not null && payers.Contains(item.Policy)).GroupBy(item => item.Claim))
            {
                var paid = Money.Sum(earlier.Where(grant => grant.Claim == claim.Key && payers.Contains(grant.Policy)).Select(grant => grant.Granted));
                Assert.True(Money.Sum(claim.Select(item => item.Granted)) + paid <= Money.FromYuan(4_000));
            }
        });

    private static string Json(DepartmentSet[] sets, EarlierGrant[] earlier) => JsonSerializer.Serialize(Stack.Compute(sets, RuleBook.Default, May, earlier));
}
