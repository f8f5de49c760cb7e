using Fupin.Registration.Identification;
using Fupin.Registration.Identification.Objections;

namespace Fupin.Registration.Tests.Identification;

public sealed class NoticeTests
{
    [Theory]
    [InlineData(0, "公示期未满，还差 7 天")]
    [InlineData(6, "公示期未满，还差 1 天")]
    public void A_notice_that_has_not_run_its_days_cannot_be_closed(int days, string text)
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNotice);
        village.DaysPass(days);
        Assert.Equal(text, village.Close(NoticeRound.First).Refusal?.Text);
        Assert.Equal(CaseState.FirstNotice, village.Batch.State);
        Assert.Empty(village.Batch.Draws);
    }

    [Fact]
    public void After_its_days_it_closes()
    {
        var village = new AVillage().WalkedTo(CaseState.SecondNotice);
        village.DaysPass(7);
        Assert.Null(village.Close(NoticeRound.Second).Refusal);
        Assert.Equal(village.Today, village.Batch.Notices[^1].ClosedOn);
    }

    [Fact]
    public void Working_days_skip_weekends_and_holidays_and_count_weekends_that_are_worked()
    {
        var calendar = new WorkCalendar([
            new SpecialDays(new DateOnly(2016, 6, 12), new DateOnly(2016, 6, 12), Working: true),
            new SpecialDays(new DateOnly(2016, 6, 9), new DateOnly(2016, 6, 11), Working: false)]);
        var tuesday = new DateOnly(2016, 6, 7);
        // 7, 8, (9–11 holidays), 12 (Sunday, worked), 13, 14, 15, 16.
        Assert.Equal(new DateOnly(2016, 6, 17), calendar.AfterDays(tuesday, 7, working: true));
        Assert.Equal(new DateOnly(2016, 6, 14), calendar.AfterDays(tuesday, 7, working: false));
    }

    [Fact]
    public void A_notice_keeps_the_days_of_the_rule_it_started_under()
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNotice);
        village.Rules = village.Rules with { PublicityDays = 5 };
        village.DaysPass(5);
        Assert.Equal("公示期未满，还差 2 天", village.Close(NoticeRound.First).Refusal?.Text);
    }

    [Fact]
    public void A_case_with_an_open_objection_is_held_and_the_others_go_on()
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNotice);
        village.Object(2);
        village.DaysPass(7);
        var outcome = village.Close(NoticeRound.First);
        Assert.Equal(2, outcome.Moved.Count);
        Assert.Equal("有 1 件异议未答复，答复后再办理", Assert.Single(outcome.Held).Why.Text);
        Assert.Equal(CaseState.FirstNotice, village[2].State);
    }

    [Fact]
    public void A_batch_whose_only_cases_are_blocked_is_refused_saying_why()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        village.Object(1);
        village.DaysPass(7);
        Assert.Equal("REG-0212", village.Close(NoticeRound.First).Refusal?.Code);
    }

    [Fact]
    public void An_objection_found_untrue_frees_the_case()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        village.Object(1);
        village.DaysPass(7);
        Assert.Null(village.Answer(1, 1, upheld: false));
        Assert.Null(village.Close(NoticeRound.First).Refusal);
    }

    [Fact]
    public void An_objection_found_true_takes_the_case_off_the_list()
    {
        var village = new AVillage(1).WalkedTo(CaseState.SecondNotice);
        village.Object(1);
        Assert.Null(village.Answer(1, 1, upheld: true));
        Assert.Equal(CaseState.NotListed, village[1].State);
        Assert.Equal("第 1 件异议经查属实", village[1].Steps[^1].Reason);
    }

    [Fact]
    public void An_objection_is_answered_once()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        village.Object(1);
        village.Answer(1, 1, upheld: false);
        Assert.Equal("这件异议已经答复", village.Answer(1, 1, upheld: true)?.Text);
        Assert.Equal("没有这件异议", village.Answer(1, 2, upheld: true)?.Text);
        Assert.Equal(CaseState.FirstNotice, village[1].State);
    }

    [Fact]
    public void Every_open_objection_blocks_until_the_last_is_answered()
    {
        var village = new AVillage(1).WalkedTo(CaseState.FirstNotice);
        village.Object(1);
        village.Object(1);
        village.DaysPass(7);
        village.Answer(1, 2, upheld: false);
        Assert.Equal("有 1 件异议未答复，答复后再办理", village.Close(NoticeRound.First).Refusal?.Text);
    }

    [Theory]
    [InlineData(CaseState.Reviewed)]
    [InlineData(CaseState.Registered)]
    internal void Outside_notice_and_announcement_nobody_can_object(CaseState state)
    {
        var village = new AVillage(1).WalkedTo(state);
        var objection = new Objection { Id = Guid.CreateVersion7(), Text = default };
        Assert.Equal("该户不在公示到公告期间，不能登记异议", village[1].Raise(objection, village.By(AVillage.Clerk))?.Text);
        Assert.Empty(village[1].Objections);
    }

    [Fact]
    public void A_notice_hangs_as_long_as_a_case_is_on_it()
    {
        var village = new AVillage(2).WalkedTo(CaseState.FirstNotice);
        var notice = village.Batch.Notices[0];
        village.Object(2);
        village.DaysPass(7);
        village.Close(NoticeRound.First);
        Assert.Null(notice.ClosedOn);

        village.Answer(2, 1, upheld: false);
        village.Close(NoticeRound.First);
        Assert.Equal(village.Today, notice.ClosedOn);

        village.Batch.StepBack(null, _ => true, village.By(AVillage.Clerk, "重新张贴"));
        Assert.Null(notice.ClosedOn);
        village.Batch.StepBack(null, _ => true, village.By(AVillage.Clerk, "重新张贴"));
        village.Publish(NoticeRound.First);
        Assert.NotNull(notice.ClosedOn);
        Assert.Null(village.Batch.Notices[1].ClosedOn);
    }
}
