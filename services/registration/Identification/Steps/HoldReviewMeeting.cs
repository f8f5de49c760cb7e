using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Records a village's review meeting and its votes (民主评议).</summary>
internal static class HoldReviewMeeting
{
    public sealed record Vote(Guid CaseId, int For, int Against, int Abstain);

    /// <summary>Today unless it says when; unanimous unless it says how.</summary>
    public sealed record Request(
        DateOnly? HeldOn, int? Roster, int? Present, IReadOnlyList<Vote>? Votes, string? Minutes, IReadOnlyList<Guid>? Attachments);

    public static async Task<Results<Ok<StepResponse>, Refusal>> Handle(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        if (request?.Minutes?.Length > Batches.LongestText) return IdentificationErrors.TextTooLong;
        if (request?.Votes is { } votes && votes.DistinctBy(vote => vote.CaseId).Count() != votes.Count) return IdentificationErrors.FindingOutOfPlace;

        var act = desk.Act();
        var meetingId = Guid.CreateVersion7();
        var meeting = new ReviewMeeting
        {
            Id = meetingId,
            BatchId = id,
            HeldOn = request?.HeldOn ?? act.Today,
            Roster = request?.Roster ?? 0,
            Present = request?.Present ?? 0,
            Minutes = string.IsNullOrWhiteSpace(request?.Minutes)
                ? null
                : desk.Cipher.Seal(request.Minutes.Trim(), ReviewMeeting.Table, nameof(ReviewMeeting.Minutes), meetingId),
        };
        var ballots = request?.Votes?.ToDictionary(vote => vote.CaseId, vote => new Ballot(vote.For, vote.Against, vote.Abstain));
        return await desk.TakeAsync(
            id, Step.ReviewMeeting, act, request?.Attachments, (batch, rules) => batch.HoldMeeting(meeting, ballots, rules, act), ct);
    }
}
