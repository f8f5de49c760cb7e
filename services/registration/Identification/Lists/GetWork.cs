using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>What waits for the officer (我的工作): the steps of the officer's functions, with the batches of the region that wait for them.</summary>
internal static class GetWork
{
    private const int Shown = 50;

    /// <param name="Id">The batch.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="VillageName">The village's name.</param>
    /// <param name="Cases">How many of its cases wait.</param>
    /// <param name="SinceUtc">Since when the first of them does.</param>
    /// <param name="DaysLeft">How long their notice still runs; nothing where none does.</param>
    public sealed record WaitingBatch(Guid Id, string Number, DivisionCode Village, string VillageName, int Cases, DateTime SinceUtc, int? DaysLeft);

    /// <param name="Step">The step, as in its route; <c>answer</c> for open objections.</param>
    /// <param name="Batches">How many batches wait.</param>
    /// <param name="Cases">How many cases wait.</param>
    /// <param name="First">The batches that have waited longest.</param>
    public sealed record WaitingStep(string Step, int Batches, int Cases, IReadOnlyList<WaitingBatch> First);

    public sealed record Response(IReadOnlyList<WaitingStep> Steps);

    private sealed record Waiting(Guid BatchId, CaseState State, int Cases, DateTime SinceUtc);

    public static async Task<Ok<Response>> Handle(RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var mine = Flow.BatchSteps.Where(step => officer.Has(IdentificationEndpoints.PermissionFor(step))).ToList();
        var awaited = mine.ConvertAll(Flow.Awaited);
        var waiting = await db.Cases
            .Where(one => awaited.Contains(one.State))
            .GroupBy(one => new { one.BatchId, one.State })
            .Select(group => new Waiting(group.Key.BatchId, group.Key.State, group.Count(), group.Min(one => one.SinceUtc)))
            .ToListAsync(ct);
        List<(string Step, List<Waiting> Waiting)> steps =
            mine.ConvertAll(step => (Flow.Wire(step), waiting.Where(one => one.State == Flow.Awaited(step)).OrderBy(one => one.SinceUtc).ToList()));
        if (officer.Has(Permissions.EnterRegister) || officer.Has(Permissions.ReviewRegister))
        {
            steps.Add((Flow.Wire(Step.Answer), [.. (await ObjectionsAsync(db, ct)).OrderBy(one => one.SinceUtc)]));
        }

        steps.RemoveAll(step => step.Waiting.Count == 0);
        var shown = steps.SelectMany(step => step.Waiting.Take(Shown)).Select(one => one.BatchId).Distinct().ToList();
        var batches = await db.Batches.AsNoTracking().Where(batch => shown.Contains(batch.Id)).Include(batch => batch.Notices)
            .ToDictionaryAsync(batch => batch.Id, ct);
        var names = await db.VillageNamesAsync([.. batches.Values.Select(batch => batch.Village).Distinct()], ct);
        var today = clock.Today();
        return TypedResults.Ok(new Response([.. steps.Select(step => new WaitingStep(
            step.Step,
            step.Waiting.Count,
            step.Waiting.Sum(one => one.Cases),
            [.. step.Waiting.Take(Shown).Select(one => Of(batches[one.BatchId], names, one, today))]))]));
    }

    private static Task<List<Waiting>> ObjectionsAsync(RegistrationDb db, CancellationToken ct) => db.Cases
        .Where(one => one.State != CaseState.NotListed && one.Objections.Any(objection => objection.Upheld == null))
        .GroupBy(one => new { one.BatchId, one.State })
        .Select(group => new Waiting(group.Key.BatchId, group.Key.State, group.Count(), group.Min(one => one.SinceUtc)))
        .ToListAsync(ct);

    private static WaitingBatch Of(CaseBatch batch, Dictionary<DivisionCode, string> names, Waiting waiting, DateOnly today)
    {
        NoticeRound? round = waiting.State switch
        {
            CaseState.FirstNotice => NoticeRound.First,
            CaseState.SecondNotice => NoticeRound.Second,
            _ => null,
        };
        var running = batch.Notices.Where(notice => notice.Round == round && notice.ClosedOn is null).Select(notice => notice.DaysLeft(today)).ToList();
        return new WaitingBatch(batch.Id, batch.Number, batch.Village, names[batch.Village], waiting.Cases, waiting.SinceUtc, running.Count > 0 ? running.Min() : null);
    }
}
