using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification;

/// <summary>Finding, filling and saving batches (批次存取).</summary>
internal static class Batches
{
    public const int LongestText = 2_000;

    /// <summary>
    /// Puts a household into its village's open batch (录入识别个案), or leaves it where it is when it is registered or a case of it is under way; the caller saves.
    /// Two replicas that open the same batch, or fill it in the same moment, meet at the unique index or at the batch's version:
    /// the later save fails with a <see cref="DbUpdateException"/> and is to be done again from the start with a fresh context.
    /// </summary>
    public static async Task<IdentificationCase?> EnterAsync(
        RegistrationDb db, IOutbox outbox, Household household, Act act, CancellationToken ct)
    {
        if (household.Status == HouseholdStatus.Registered) return null;
        var isNew = db.Entry(household).State == EntityState.Added;
        var earlier = isNew ? [] : await db.Cases.Where(one => one.HouseholdId == household.Id).Select(one => new { one.State, one.Attempt }).ToListAsync(ct);
        if (earlier.Any(one => one.State is not (CaseState.NotListed or CaseState.Registered))) return null;

        household.ApplyAgain();
        var batch = await OpenBatchAsync(db, household.Village, act, ct);
        var entered = batch.Enter(household.Id, earlier.Select(one => one.Attempt).DefaultIfEmpty().Max() + 1, act);
        outbox.Tell(batch, entered, Step.Entered, act);
        return entered;
    }

    /// <summary>The batch with everything that belongs to it, to act on; nothing when it lies outside the officer's region.</summary>
    public static Task<CaseBatch?> WholeAsync(this IQueryable<CaseBatch> batches, Guid id, CancellationToken ct) => batches
        .Include(batch => batch.Cases).ThenInclude(one => one.Steps.OrderBy(step => step.Order))
        .Include(batch => batch.Cases).ThenInclude(one => one.Objections.OrderBy(objection => objection.Number))
        .Include(batch => batch.Meetings)
        .Include(batch => batch.Notices)
        .Include(batch => batch.Draws)
        .AsSplitQuery()
        .SingleOrDefaultAsync(batch => batch.Id == id, ct);

    /// <summary>The rules that hold on a day.</summary>
    public static async Task<IdentificationRules> RulesAsync(this RegistrationDb db, DateOnly day, CancellationToken ct) =>
        IdentificationRules.On(day, await db.IdentificationParameters.AsNoTracking().ToListAsync(ct));

    /// <summary>Lets the households' own status follow their cases into not being listed, and out of it again.</summary>
    public static async Task FollowAsync(this RegistrationDb db, IReadOnlyCollection<IdentificationCase> moved, CancellationToken ct)
    {
        var back = moved.Where(one => one.Steps[^1].From == CaseState.NotListed).Select(one => one.HouseholdId).ToHashSet();
        var ended = moved.Where(one => one.State == CaseState.NotListed).Select(one => one.HouseholdId).ToHashSet();
        if (back.Count + ended.Count == 0) return;
        foreach (var household in await db.Households.Where(one => back.Contains(one.Id) || ended.Contains(one.Id)).ToListAsync(ct))
        {
            if (ended.Contains(household.Id)) household.NotList();
            else household.ApplyAgain();
        }
    }

    /// <summary>Tells the other departments what happened to a case, in the save of the change.</summary>
    public static void Tell(this IOutbox outbox, CaseBatch batch, IdentificationCase one, Step step, Act act) => outbox.Add(new IdentificationStepTaken(
        one.HouseholdId, one.Id, batch.Id, batch.Village, Flow.Wire(step), Flow.Wire(one.State), act.OfficerId, act.AtUtc));

    private static async Task<CaseBatch> OpenBatchAsync(RegistrationDb db, DivisionCode village, Act act, CancellationToken ct)
    {
        var open = db.Batches.Local.FirstOrDefault(batch => batch.Village == village && batch.IsOpen)
            ?? await db.Batches.FirstOrDefaultAsync(batch => batch.Village == village && batch.IsOpen, ct);
        if (open is not null) return open;

        var last = await db.Batches
            .Where(batch => batch.Village == village && batch.Year == act.Today.Year)
            .MaxAsync(batch => (int?)batch.Serial, ct) ?? 0;
        open = CaseBatch.Open(village, act.Today.Year, last + 1, act.AtUtc);
        db.Batches.Add(open);
        return open;
    }
}
