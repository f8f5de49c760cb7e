using System.Text.Json;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Identification;

/// <summary>The order of identification (识别流程): application, meeting, two notices, two checks, one announcement.</summary>
internal static class Flow
{
    /// <summary>The batch's own steps, in order.</summary>
    public static readonly Step[] BatchSteps =
    [
        Step.ReviewMeeting, Step.FirstNotice, Step.CloseFirstNotice, Step.TownReview, Step.SecondNotice,
        Step.CloseSecondNotice, Step.DistrictCheck, Step.Announce, Step.Register,
    ];

    /// <summary>The state after a step that found for the case or against it, or the refusal of a step that is not due.</summary>
    // 依据：武发[2016]68号 二(一) 申请评议、公示公告、抽检核查；附件任务 4 两公示一公布
    public static (CaseState To, Refusal? No) After(CaseState state, Step step, bool passed = true) => (state, step, passed) switch
    {
        (CaseState.Entered, Step.ReviewMeeting, true) => (CaseState.Reviewed, null),
        (CaseState.Reviewed, Step.FirstNotice, true) => (CaseState.FirstNotice, null),
        (CaseState.FirstNotice, Step.CloseFirstNotice, true) => (CaseState.FirstNoticeClosed, null),
        (CaseState.FirstNoticeClosed, Step.TownReview, true) => (CaseState.TownReviewed, null),
        (CaseState.TownReviewed, Step.SecondNotice, true) => (CaseState.SecondNotice, null),
        (CaseState.SecondNotice, Step.CloseSecondNotice, true) => (CaseState.SecondNoticeClosed, null),
        (CaseState.SecondNoticeClosed, Step.DistrictCheck, true) => (CaseState.DistrictChecked, null),
        (CaseState.DistrictChecked, Step.Announce, true) => (CaseState.Announced, null),
        (CaseState.Announced, Step.Register, true) => (CaseState.Registered, null),

        (CaseState.Entered, Step.ReviewMeeting, false) => (CaseState.NotListed, null),
        (CaseState.FirstNoticeClosed, Step.TownReview, false) => (CaseState.NotListed, null),
        (CaseState.SecondNoticeClosed, Step.DistrictCheck, false) => (CaseState.NotListed, null),

        (_, Step.Objection, true) when IsPublic(state) => (state, null),
        (_, Step.Answer, false) when IsPublic(state) => (CaseState.NotListed, null),
        (not CaseState.Registered, Step.Answer, true) => (state, null),
        (CaseState.NotListed, Step.Answer, false) => (state, null),

        (_, Step.Objection, _) => (state, IdentificationErrors.NotOnNotice),
        _ => (state, IdentificationErrors.OutOfTurn(state, step)),
    };

    /// <summary>The state in which a batch step finds its cases.</summary>
    public static CaseState Awaited(Step step) => (CaseState)Array.IndexOf(BatchSteps, step);

    /// <summary>Whose part a step is; objections and their answers are nobody's, since they decide nothing in the household's favour.</summary>
    public static Duty? DutyOf(Step step) => step switch
    {
        Step.Entered or Step.ReviewMeeting or Step.FirstNotice or Step.CloseFirstNotice => Duty.Enter,
        Step.TownReview or Step.SecondNotice or Step.CloseSecondNotice => Duty.Review,
        Step.DistrictCheck or Step.Announce or Step.Register => Duty.Approve,
        _ => null,
    };

    /// <summary>Whether the public has been shown the case and it is not decided for good (公示到公告期间).</summary>
    public static bool IsPublic(CaseState state) => state is >= CaseState.FirstNotice and <= CaseState.Announced;

    /// <summary>The wire name: review-meeting, first-notice-closed.</summary>
    public static string Wire<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
