using Fupin.Registration.Data;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Contradictions;

/// <summary>Replies to a contradiction, or closes it with an outcome (办理数据矛盾): an officer of the department that owns it, or of the office that keeps the register.</summary>
internal static class ClearContradiction
{
    private const int LongestText = 500;

    public sealed record ReplyRequest(string? Text);

    public sealed record CloseRequest(ContradictionOutcome? Outcome, string? Reason);

    public static async Task<Results<NoContent, Refusal>> Reply(
        Guid id, ReplyRequest request, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestText) return ContradictionErrors.ReasonMissing;
        return await ClearAsync(id, db, officer, clock, (one, act) => one.Answer(request.Text.Trim(), act), ct);
    }

    public static async Task<Results<NoContent, Refusal>> Close(
        Guid id, CloseRequest request, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (request.Outcome is not { } outcome || outcome == ContradictionOutcome.Gone || !Enum.IsDefined(outcome)) return ContradictionErrors.OutcomeUnknown;
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestText) return ContradictionErrors.ReasonMissing;
        return await ClearAsync(id, db, officer, clock, (one, act) => one.Close(outcome, request.Reason.Trim(), act), ct);
    }

    public static bool MayClear(Contradiction contradiction, CurrentOfficer officer) =>
        officer.Department == contradiction.Owner || (officer.Department == "registration" && officer.Has(Permissions.ReviewRegister));

    private static async Task<Results<NoContent, Refusal>> ClearAsync(
        Guid id, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, Func<Contradiction, Act, Refusal?> clear, CancellationToken ct)
    {
        if (await db.Contradictions.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } contradiction) return ContradictionErrors.NoSuchContradiction;
        if (!MayClear(contradiction, officer)) return ContradictionErrors.NotYours;
        var act = new Act(Guid.CreateVersion7(), officer.Id, officer.Name, clock.UtcNow(), clock.Today());
        if (clear(contradiction, act) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
