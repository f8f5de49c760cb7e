using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification.Attachments;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>A batch with its cases, notices, samples and history (批次详情).</summary>
internal static class GetBatch
{
    public sealed record MeetingLine(Guid Id, DateOnly HeldOn, int Roster, int Present, string? Minutes);

    public sealed record NoticeLine(
        Guid Id, NoticeRound Round, DateOnly StartedOn, int Days, DateOnly ClosableOn, DateOnly? ClosedOn, int DaysLeft, string? Place, Guid? Photo);

    public sealed record DrawLine(SampleLevel Level, string Rate, int Population, int Size, string Seed, DateTime AtUtc);

    public sealed record AttachmentLine(Guid Id, Guid? CaseId, AttachmentKind Kind, string ContentType, string ContentHash, int Size, string Officer, DateTime AtUtc);

    /// <param name="Step">The step, as in its route.</param>
    /// <param name="Cases">How many cases wait for it.</param>
    /// <param name="Mine">Whether the officer's function covers it.</param>
    public sealed record DueStep(string Step, int Cases, bool Mine);

    public sealed record Response(
        Guid Id,
        string Number,
        DivisionCode Village,
        string VillageName,
        CaseState State,
        bool IsOpen,
        IReadOnlyDictionary<CaseState, int> States,
        IReadOnlyList<DueStep> Due,
        IReadOnlyList<CaseLine> Cases,
        IReadOnlyList<MeetingLine> Meetings,
        IReadOnlyList<NoticeLine> Notices,
        IReadOnlyList<DrawLine> Draws,
        IReadOnlyList<AttachmentLine> Attachments,
        IReadOnlyList<StepLine> Steps);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Batches.AsNoTracking().WholeAsync(id, ct) is not { } batch) return IdentificationErrors.NoSuchBatch;
        var today = clock.Today();
        var attachments = await db.Attachments.AsNoTracking().Where(one => one.BatchId == id).OrderBy(one => one.AtUtc).ToListAsync(ct);
        var faces = await db.FacesAsync(cipher, [.. batch.Cases.Select(one => one.HouseholdId)], today, ct);
        var names = await db.VillageNamesAsync([batch.Village], ct);
        return TypedResults.Ok(new Response(
            batch.Id,
            batch.Number,
            batch.Village,
            names[batch.Village],
            batch.State,
            batch.IsOpen,
            batch.Cases.GroupBy(one => one.State).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count()),
            [.. Flow.BatchSteps
                .Select(step => new DueStep(
                    Flow.Wire(step), batch.Cases.Count(one => one.State == Flow.Awaited(step)), officer.Has(IdentificationEndpoints.PermissionFor(step))))
                .Where(due => due.Cases > 0)],
            [.. batch.Cases.OrderBy(one => one.Number).Select(one => CaseLine.Of(one, faces[one.HouseholdId]))],
            [.. batch.Meetings.OrderBy(meeting => meeting.Id).Select(meeting => new MeetingLine(
                meeting.Id,
                meeting.HeldOn,
                meeting.Roster,
                meeting.Present,
                meeting.Minutes is { } minutes ? cipher.Reveal(minutes, ReviewMeeting.Table, nameof(ReviewMeeting.Minutes), meeting.Id) : null))],
            [.. batch.Notices.OrderBy(notice => notice.Id).Select(notice => new NoticeLine(
                notice.Id, notice.Round, notice.StartedOn, notice.Days, notice.ClosableOn, notice.ClosedOn, notice.DaysLeft(today), notice.Place, notice.PhotoId))],
            [.. batch.Draws.OrderBy(draw => draw.Id).Select(draw => new DrawLine(draw.Level, draw.Rate, draw.Population, draw.Size, draw.Seed, draw.AtUtc))],
            [.. attachments.Select(one => new AttachmentLine(
                one.Id, one.CaseId, one.Kind, one.ContentType, one.ContentHash, one.Size, one.OfficerName, one.AtUtc))],
            StepLine.Of(batch.Cases, attachments.Where(one => one.RunId is not null).ToLookup(one => one.RunId!.Value, one => one.Id))));
    }
}
