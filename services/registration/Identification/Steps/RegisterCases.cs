using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Steps;

/// <summary>Enters the announced households in the register (建档立卡), each with its number and its facts told.</summary>
internal static class RegisterCases
{
    public sealed record Request(string? Reason, IReadOnlyList<Guid>? Attachments);

    public static async Task<Results<Ok<StepResponse>, Refusal>> Handle(Guid id, Request? request, [AsParameters] Desk desk, CancellationToken ct)
    {
        var act = desk.Act(request?.Reason);
        var households = await AnnouncedAsync(desk.Db, id, ct);
        var rules = await desk.Db.IncomeRulesAsync(ct);
        var line = (await desk.Db.RegistrationRulesAsync(act.Today, ct)).IncomeLine;
        var perCapita = households.Values.Where(one => one.Sheet is not null)
            .ToDictionary(one => one.Id, one => IncomeTotals.PerCapita(one.Sheet!, rules, act.Today));

        return await desk.TakeAsync(
            id, Step.Register, act, request?.Attachments, (batch, _) => batch.Register(perCapita, line, act), ct,
            outcome => HouseholdTelling.RegisterAsync(desk.Db, desk.Outbox, desk.Cipher, outcome.Moved.Select(one => households[one.HouseholdId]), act.Today, ct));
    }

    private static Task<Dictionary<Guid, Household>> AnnouncedAsync(RegistrationDb db, Guid batchId, CancellationToken ct) => db.Households
        .Where(household => db.Cases.Any(one => one.BatchId == batchId && one.State == CaseState.Announced && one.HouseholdId == household.Id))
        .Whole()
        .ToDictionaryAsync(household => household.Id, ct);
}
