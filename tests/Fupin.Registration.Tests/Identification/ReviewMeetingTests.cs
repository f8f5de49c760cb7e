using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class ReviewMeetingTests
{
    [Fact]
    public void Two_thirds_of_the_roster_are_a_quorum_exactly()
    {
        Assert.Null(new AVillage().Meet(roster: 30, present: 20).Refusal);
        Assert.Null(new AVillage().Meet(roster: 31, present: 21).Refusal);
    }

    [Theory]
    [InlineData(30, 19, "应到 30 人，实到 19 人，不足 2/3，评议无效")]
    [InlineData(31, 20, "应到 31 人，实到 20 人，不足 2/3，评议无效")]
    [InlineData(20, 21, "实到人数多于应到人数，请核对会议签到表")]
    [InlineData(0, 0, "请填写应到人数和实到人数")]
    public void An_invalid_meeting_moves_nothing(int roster, int present, string text)
    {
        var village = new AVillage();
        Assert.Equal(text, village.Meet(roster, present).Refusal?.Text);
        Assert.Equal(CaseState.Entered, village.Batch.State);
        Assert.True(village.Batch.IsOpen);
        Assert.Empty(village.Batch.Meetings);
    }

    [Fact]
    public void A_meeting_of_tomorrow_is_refused()
    {
        var village = new AVillage();
        Assert.Equal("评议日期晚于今天，会后再填报", village.Meet(on: village.Today.AddDays(1)).Refusal?.Text);
    }

    [Fact]
    public void Without_ballots_everybody_present_was_for_every_case()
    {
        var village = new AVillage();
        Assert.Equal(3, village.Meet(present: 24).Moved.Count);
        Assert.Equal(24, village[1].VotesFor);
        Assert.False(village.Batch.IsOpen);
    }

    [Fact]
    public void A_case_passes_with_more_than_half_of_those_present_and_not_with_half()
    {
        var village = new AVillage(2);
        village.Meet(present: 24, ballots: new() { [village[1].Id] = new Ballot(13, 11, 0), [village[2].Id] = new Ballot(12, 0, 12) });
        Assert.Equal(CaseState.Reviewed, village[1].State);
        Assert.Equal(CaseState.NotListed, village[2].State);
        Assert.Equal("到会 24 人，同意 12 票，未过半数", village[2].Steps[^1].Reason);
    }

    [Fact]
    public void A_case_nobody_voted_on_is_held_and_may_follow()
    {
        var village = new AVillage(2);
        var outcome = village.Meet(ballots: new() { [village[1].Id] = new Ballot(24, 0, 0) });
        Assert.Equal("评议会没有对该户表决", Assert.Single(outcome.Held).Why.Text);
        Assert.Equal(CaseState.Entered, village[2].State);
        Assert.Same(village[2], Assert.Single(village.Meet().Moved));
    }

    [Fact]
    public void More_votes_than_people_are_refused()
    {
        var village = new AVillage(1);
        var outcome = village.Meet(present: 24, ballots: new() { [village[1].Id] = new Ballot(20, 4, 1) });
        Assert.Equal("序号 1 的票数 25 与实到 24 人不符，请核对", outcome.Refusal?.Text);
        Assert.Equal(CaseState.Entered, village[1].State);
    }

    [Fact]
    public void Negative_votes_are_refused()
    {
        var village = new AVillage(1);
        var outcome = village.Meet(ballots: new() { [village[1].Id] = new Ballot(20, -4, 1) });
        Assert.Equal("REG-0209", outcome.Refusal?.Code);
    }

    [Fact]
    public void A_ballot_on_a_foreign_case_is_refused()
    {
        var outcome = new AVillage().Meet(ballots: new() { [Guid.CreateVersion7()] = new Ballot(24, 0, 0) });
        Assert.Equal("核查结论或表决中有不属于本步骤的户，请核对", outcome.Refusal?.Text);
    }
}
