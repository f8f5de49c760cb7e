using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class StepBackTests
{
    private static bool OfTheVillage(Step step) => Flow.DutyOf(step) == Duty.Enter;

    [Fact]
    public void One_step_is_taken_back_and_stays_on_record()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        Assert.Null(village.Batch.StepBack(null, OfTheVillage, village.By(AVillage.Clerk, "公示地点写错")).Refusal);
        Assert.Equal(CaseState.Reviewed, village[1].State);
        Assert.Equal(
            [Step.Entered, Step.ReviewMeeting, Step.FirstNotice, Step.StepBack],
            village[1].Steps.Select(step => step.Step));
        Assert.Equal("公示地点写错", village[1].Steps[^1].Reason);

        Assert.Null(village.Batch.StepBack(null, OfTheVillage, village.By(AVillage.Clerk, "再退")).Refusal);
        Assert.Equal(CaseState.Entered, village[1].State);
    }

    [Fact]
    public void A_notice_that_was_taken_back_starts_its_days_again()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        village.DaysPass(6);
        village.Batch.StepBack(null, OfTheVillage, village.By(AVillage.Clerk, "照片不清"));
        village.Publish(NoticeRound.First);
        Assert.Equal("公示期未满，还差 7 天", village.Close(NoticeRound.First).Refusal?.Text);
    }

    [Fact]
    public void Another_level_cannot_take_it_back()
    {
        var village = new AVillage(1).WalkedTo(CaseState.TownReviewed);
        var refusal = village.Batch.StepBack(null, OfTheVillage, village.By(AVillage.Clerk, "想重来")).Refusal;
        Assert.Equal(("这一步由其他层级办理，您不能退回", 403), (refusal?.Text, refusal?.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void It_needs_a_reason(string? reason)
    {
        var village = new AVillage(1).WalkedTo(CaseState.Reviewed);
        Assert.Equal("请填写理由", village.Batch.StepBack(null, _ => true, village.By(AVillage.Clerk, reason)).Refusal?.Text);
    }

    [Fact]
    public void A_case_just_entered_has_nothing_before_it()
    {
        var village = new AVillage(1);
        Assert.Equal("该户刚刚录入，前面没有可退回的步骤", village.Batch.StepBack(null, _ => true, village.By(AVillage.Clerk, "x")).Refusal?.Text);
    }

    [Fact]
    public void A_registered_case_cannot_go_back()
    {
        var village = new AVillage(1).WalkedTo(CaseState.Registered);
        Assert.Equal(
            "该户已建档立卡，不能退回；需要调整的请走退出程序",
            village.Batch.StepBack(null, _ => true, village.By(AVillage.DistrictClerk, "x")).Refusal?.Text);
    }

    [Fact]
    public void A_case_left_out_by_mistake_comes_back_by_name()
    {
        var village = new AVillage(2);
        village.Meet(ballots: new() { [village[1].Id] = new Ballot(24, 0, 0), [village[2].Id] = new Ballot(2, 22, 0) });
        Assert.Null(village.Batch.StepBack([village[2].Id], OfTheVillage, village.By(AVillage.Clerk, "计票有误")).Refusal);
        Assert.Equal(CaseState.Entered, village[2].State);
        Assert.Equal(CaseState.Reviewed, village[1].State);
    }

    [Fact]
    public void A_foreign_case_is_no_case_of_the_batch()
    {
        var village = new AVillage(1).WalkedTo(CaseState.Reviewed);
        Assert.Equal("REG-0202", village.Batch.StepBack([Guid.CreateVersion7()], _ => true, village.By(AVillage.Clerk, "x")).Refusal?.Code);
    }

    [Fact]
    public void Drawing_again_keeps_the_cases_that_were_drawn()
    {
        var village = new AVillage(20).WalkedTo(CaseState.FirstNoticeClosed);
        var drawn = village.Batch.Cases.Where(one => one.InTownSample).Select(one => one.Number).ToList();
        village.Batch.StepBack(null, OfTheVillage, village.By(AVillage.Clerk, "x"));
        village.Close(NoticeRound.First, SampleDraw.NewSeed());
        Assert.Equal(drawn, village.Batch.Cases.Where(one => one.InTownSample).Select(one => one.Number));
        Assert.Equal(2, village.Batch.Draws.Count);
    }
}
