using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class FourEyesTests
{
    [Fact]
    public void Who_entered_a_case_cannot_review_it()
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNoticeClosed);
        Assert.Equal("同一人不得既录入又审核", village.Visit(SampleLevel.Town, by: AVillage.Importer).Refusal?.Text);
        Assert.Equal("同一人不得既录入又审核", village.Visit(SampleLevel.Town, by: AVillage.Clerk).Refusal?.Text);
        Assert.Null(village.Visit(SampleLevel.Town, by: AVillage.TownClerk).Refusal);
    }

    [Fact]
    public void Who_entered_or_reviewed_a_case_cannot_approve_it()
    {
        var village = new AVillage().WalkedTo(CaseState.SecondNoticeClosed);
        Assert.Equal("同一人不得既录入又审批", village.Visit(SampleLevel.District, by: AVillage.Clerk).Refusal?.Text);
        Assert.Equal("同一人不得既审核又审批", village.Visit(SampleLevel.District, by: AVillage.TownClerk).Refusal?.Text);
    }

    [Fact]
    public void Who_reviewed_a_case_cannot_enter_it_when_it_came_back()
    {
        var village = new AVillage(1).WalkedTo(CaseState.TownReviewed);
        for (var i = 0; i < 4; i++)
        {
            Assert.Null(village.Batch.StepBack(null, _ => true, village.By(i == 0 ? AVillage.TownClerk : AVillage.Clerk, "名单有误")).Refusal);
        }
        Assert.Equal(CaseState.Entered, village[1].State);
        Assert.Equal("同一人不得既录入又审核", village.Meet(by: AVillage.TownClerk).Refusal?.Text);
    }

    [Fact]
    public void The_same_person_may_take_several_steps_of_one_part()
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNotice);
        Assert.All(village.Batch.Cases, one => Assert.Equal(2, one.Steps.Count(step => step.OfficerId == AVillage.Clerk)));
    }

    [Fact]
    public void Only_the_cases_the_officer_had_a_part_in_are_held()
    {
        var village = new AVillage(1);
        village.Batch.Enter(Guid.CreateVersion7(), 1, village.By(AVillage.TownClerk));
        village.WalkedTo(CaseState.FirstNoticeClosed);
        var outcome = village.Batch.Check(
            SampleLevel.Town, [.. village.Batch.Cases.Select(one => new Finding(one.Id, true, null))], village.By(AVillage.TownClerk));
        Assert.Equal(1, Assert.Single(outcome.Moved).Number);
        Assert.Equal(2, Assert.Single(outcome.Held).Case.Number);
    }
}
