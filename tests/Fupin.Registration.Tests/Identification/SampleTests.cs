using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class SampleTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 1)]
    [InlineData(6, 2, 1)]
    [InlineData(11, 3, 2)]
    [InlineData(40, 8, 4)]
    public void The_town_visits_a_fifth_and_the_district_a_tenth_and_both_at_least_one(int households, int town, int district)
    {
        var village = new AVillage(households).WalkedTo(CaseState.SecondNoticeClosed);
        Assert.Equal(town, village.Batch.Cases.Count(one => one.InTownSample));
        Assert.Equal(district, village.Batch.Cases.Count(one => one.InDistrictSample));
    }

    [Fact]
    public void Somebody_is_visited_even_where_the_share_is_nothing()
    {
        var village = new AVillage(5) { Rules = new AVillage().Rules with { TownSample = new Ratio(0, 1) } }.WalkedTo(CaseState.FirstNoticeClosed);
        Assert.Single(village.Batch.Cases, one => one.InTownSample);
    }

    [Fact]
    public void The_same_seed_draws_the_same_cases_and_another_draws_others()
    {
        var village = new AVillage(40);
        int[] Drawn(string seed)
        {
            var draw = SampleDraw.Draw(village.Batch.Id, SampleLevel.Town, new Ratio(1, 5), village.Batch.Cases, seed, default);
            Assert.Equal((40, 8, "1/5", seed), (draw.Population, draw.Size, draw.Rate, draw.Seed));
            return [.. village.Batch.Cases.Where(one => one.InTownSample).Select(one => one.Number)];
        }

        var first = Drawn(AVillage.Seed);
        Assert.Equal(first, Drawn(AVillage.Seed));
        // A case that was drawn stays drawn: another seed cannot draw a kinder sample.
        Assert.Equal(first, Drawn("ffeeddccbbaa99887766554433221100"));
    }

    [Fact]
    public void Different_seeds_choose_differently()
    {
        var chosen = new HashSet<int>();
        for (var i = 0; i < 20; i++)
        {
            var village = new AVillage(40);
            SampleDraw.Draw(village.Batch.Id, SampleLevel.Town, new Ratio(1, 40), village.Batch.Cases, SampleDraw.NewSeed(), default);
            chosen.Add(village.Batch.Cases.Single(one => one.InTownSample).Number);
        }
        Assert.True(chosen.Count > 1);
    }

    [Theory]
    [InlineData(SampleLevel.Town, CaseState.FirstNoticeClosed)]
    [InlineData(SampleLevel.District, CaseState.SecondNoticeClosed)]
    internal void A_check_without_findings_is_refused_naming_the_drawn_cases(SampleLevel level, CaseState state)
    {
        var village = new AVillage(11).WalkedTo(state);
        var numbers = village.Batch.Cases.Where(one => one.IsInSample(level)).Select(one => one.Number);
        var outcome = village.Batch.Check(level, [], village.By(level == SampleLevel.Town ? AVillage.TownClerk : AVillage.DistrictClerk));
        Assert.Equal($"抽中的户须逐户写明核查结论，尚缺：序号 {string.Join('、', numbers)}", outcome.Refusal?.Text);
        Assert.Equal(state, village.Batch.State);
    }

    [Fact]
    public void A_finding_against_a_case_takes_it_off_the_list_with_its_reason()
    {
        var village = new AVillage(3).WalkedTo(CaseState.FirstNoticeClosed);
        var drawn = village.Batch.Cases.Single(one => one.InTownSample);
        var outcome = village.Batch.Check(SampleLevel.Town, [new Finding(drawn.Id, false, "有商品房一套")], village.By(AVillage.TownClerk));
        Assert.Null(outcome.Refusal);
        Assert.Equal(CaseState.NotListed, drawn.State);
        Assert.Equal("核查未通过：有商品房一套", drawn.Steps[^1].Reason);
        Assert.Equal(CaseState.TownReviewed, village.Batch.State);
    }

    [Fact]
    public void A_finding_against_a_case_needs_its_reason()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNoticeClosed);
        var outcome = village.Batch.Check(SampleLevel.Town, [new Finding(village[1].Id, false, " ")], village.By(AVillage.TownClerk));
        Assert.Equal("核查未通过的户须写明原因", outcome.Refusal?.Text);
    }

    [Fact]
    public void A_finding_on_a_case_that_is_not_due_is_refused()
    {
        var village = new AVillage(2).WalkedTo(CaseState.FirstNoticeClosed);
        var findings = village.Batch.Cases.Select(one => new Finding(one.Id, true, null)).Append(new Finding(Guid.CreateVersion7(), true, null));
        Assert.Equal("REG-0216", village.Batch.Check(SampleLevel.Town, [.. findings], village.By(AVillage.TownClerk)).Refusal?.Code);
    }

    [Fact]
    public void Two_findings_on_one_case_are_refused()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNoticeClosed);
        Finding[] findings = [new(village[1].Id, true, null), new(village[1].Id, false, "不属实")];
        Assert.Equal("REG-0216", village.Batch.Check(SampleLevel.Town, findings, village.By(AVillage.TownClerk)).Refusal?.Code);
    }
}
