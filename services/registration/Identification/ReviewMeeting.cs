using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Identification;

/// <summary>A village's review meeting (民主评议会).</summary>
internal sealed class ReviewMeeting
{
    public const string Table = "ReviewMeetings";

    public required Guid Id { get; init; }

    public Guid BatchId { get; init; }

    public DateOnly HeldOn { get; init; }

    /// <summary>How many representatives there are (应到).</summary>
    public int Roster { get; init; }

    /// <summary>How many came (实到).</summary>
    public int Present { get; init; }

    /// <summary>The minutes (会议记录).</summary>
    public SealedText? Minutes { get; init; }

    // 依据：武发[2016]68号 二(一) 申请评议
    public Refusal? Invalid(IdentificationRules rules, DateOnly today) =>
        Roster <= 0 || Present <= 0 ? IdentificationErrors.AttendanceMissing
        : Present > Roster ? IdentificationErrors.AttendanceAboveRoster
        : HeldOn > today ? IdentificationErrors.MeetingInFuture
        : !rules.Quorum.IsReachedBy(Present, Roster) ? IdentificationErrors.QuorumNotMet.With(Roster, Present, rules.Quorum)
        : null;
}

/// <summary>The votes on one case (票决).</summary>
/// <param name="For">In favour (同意).</param>
/// <param name="Against">Against (不同意).</param>
/// <param name="Abstain">Neither (弃权).</param>
internal readonly record struct Ballot(int For, int Against, int Abstain)
{
    /// <summary>Whether there can have been such votes among so many people.</summary>
    public bool Fits(int present) => For >= 0 && Against >= 0 && Abstain >= 0 && (long)For + Against + Abstain <= present;
}
