using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class FlowTests
{
    [Fact]
    public void The_nine_steps_lead_from_entered_to_registered_in_order()
    {
        var state = CaseState.Entered;
        foreach (var step in Flow.BatchSteps)
        {
            Assert.Equal(state, Flow.Awaited(step));
            (state, var refusal) = Flow.After(state, step);
            Assert.Null(refusal);
        }
        Assert.Equal(CaseState.Registered, state);
    }

    [Fact]
    public void Every_step_is_refused_in_every_state_but_its_own()
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            foreach (var step in Flow.BatchSteps.Where(step => Flow.Awaited(step) != state))
            {
                var (to, refusal) = Flow.After(state, step);
                Assert.Equal(state, to);
                Assert.Equal("REG-0204", refusal?.Code);
            }
        }
    }

    [Fact]
    public void A_step_out_of_turn_is_refused_naming_state_and_step()
    {
        var outcome = new AVillage().WalkedTo(CaseState.FirstNotice).Visit(SampleLevel.Town);
        Assert.Equal("当前为“村公示中”，不能办理“镇审核”", outcome.Refusal?.Text);
    }

    [Fact]
    public void A_step_already_done_is_refused_and_changes_nothing()
    {
        var village = new AVillage().WalkedTo(CaseState.Reviewed);
        var changes = village.Batch.Changes;
        Assert.Equal("当前为“已评议”，不能办理“民主评议”", village.Meet().Refusal?.Text);
        Assert.Equal(changes, village.Batch.Changes);
        Assert.Single(village.Batch.Meetings);
    }

    [Fact]
    public void The_batch_stands_where_its_slowest_listed_case_stands()
    {
        var village = new AVillage().WalkedTo(CaseState.FirstNotice);
        village.Object(2);
        village.DaysPass(7);
        village.Close(NoticeRound.First);
        Assert.Equal(CaseState.FirstNotice, village.Batch.State);

        village.Answer(2, 1, upheld: true);
        Assert.Equal(CaseState.FirstNoticeClosed, village.Batch.State);
    }

    [Theory]
    [InlineData(CaseState.FirstNoticeClosed, "first-notice-closed")]
    [InlineData(CaseState.NotListed, "not-listed")]
    [InlineData(CaseState.Entered, "entered")]
    internal void States_have_kebab_case_wire_names(CaseState state, string wire) => Assert.Equal(wire, Flow.Wire(state));
}
