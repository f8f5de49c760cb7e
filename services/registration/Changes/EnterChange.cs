using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Changes;

/// <summary>Enters a change of the register (申请变更): it does nothing until another officer approves it.</summary>
internal static class EnterChange
{
    private const int LongestReason = 200;

    /// <param name="Village">Where it moves to.</param>
    /// <param name="Group">The villagers' group there.</param>
    /// <param name="Reason">Why.</param>
    public sealed record MoveRequest(string? Village, string? Group, string? Reason);

    /// <param name="Relations">Who leaves, each with the relation to the new head (与户主关系), in words or by its code; one of them is the head.</param>
    /// <param name="Reason">Why.</param>
    public sealed record SplitRequest(IReadOnlyDictionary<Guid, string>? Relations, string? Reason);

    /// <param name="Into">The household that takes this one in.</param>
    /// <param name="Relations">Everybody's relation to its head.</param>
    /// <param name="Reason">Why.</param>
    public sealed record MergerRequest(Guid Into, IReadOnlyDictionary<Guid, string>? Relations, string? Reason);

    public sealed record ReasonRequest(string? Reason);

    public sealed record Response(Guid Id);

    /// <summary>What entering needs at hand.</summary>
    public sealed record Counter(RegistrationDb Db, CurrentOfficer Officer, TimeProvider Clock);

    public static Task<Results<Created<Response>, Refusal>> Move(Guid id, MoveRequest request, [AsParameters] Counter counter, CancellationToken ct) =>
        EnterAsync(id, ChangeKind.Move, request.Reason, counter, async household =>
        {
            if (!DivisionCode.TryParse(request.Village, out var village)) return (null, ChangeErrors.NoSuchVillage);
            if (village == household.Village) return (null, ChangeErrors.SameVillage);
            if (request.Group?.Length > Contact.LongestGroup) return (null, RegistrationErrors.DetailsUnreadable.With("村民小组"));
            return await counter.Db.Divisions.AnyAsync(one => one.Code == village && one.Level == DivisionLevel.Village && one.Kind != "virtual", ct)
                ? (new ChangeContent(village, request.Group), null)
                : (null, ChangeErrors.NoSuchVillage);
        }, ct);

    public static Task<Results<Created<Response>, Refusal>> Split(Guid id, SplitRequest request, [AsParameters] Counter counter, CancellationToken ct) =>
        EnterAsync(id, ChangeKind.Split, request.Reason, counter, household =>
        {
            var relations = Codes(request.Relations);
            if (relations is null || relations.Values.Count(relation => relation == HouseholdMember.HeadRelation) != 1) return Task.FromResult(No(ChangeErrors.OneHead));
            if (relations.Count == 0 || relations.Count >= household.Members.Count) return Task.FromResult(No(ChangeErrors.NobodyGoes));
            if (relations.Keys.Any(member => household.Members.All(one => one.Id != member))) return Task.FromResult(No(RegistrationErrors.NoSuchMember));
            if (household.Members.Any(member => member.IsHead && relations.ContainsKey(member.Id))) return Task.FromResult(No(ChangeErrors.HeadStays));
            return Task.FromResult<(ChangeContent?, Refusal?)>((new ChangeContent(Relations: relations), null));
        }, ct);

    public static Task<Results<Created<Response>, Refusal>> Merge(Guid id, MergerRequest request, [AsParameters] Counter counter, CancellationToken ct) =>
        EnterAsync(id, ChangeKind.Merger, request.Reason, counter, async household =>
        {
            var other = await counter.Db.Households.AsNoTracking().Where(one => one.Id == request.Into).Select(one => new { one.Status }).FirstOrDefaultAsync(ct);
            if (other is null) return No(ChangeErrors.NoSuchOther);
            if (other.Status != HouseholdStatus.Registered || request.Into == household.Id) return No(ChangeErrors.OtherNotRegistered);
            var relations = Codes(request.Relations);
            return relations is null || relations.ContainsValue(HouseholdMember.HeadRelation) || !relations.Keys.ToHashSet().SetEquals(household.Members.Select(member => member.Id))
                ? No(ChangeErrors.RelationsMissing)
                : (new ChangeContent(Into: request.Into, Relations: relations), null);
        }, ct);

    public static Task<Results<Created<Response>, Refusal>> Remove(Guid id, ReasonRequest request, [AsParameters] Counter counter, CancellationToken ct) =>
        EnterAsync(id, ChangeKind.Removal, request.Reason, counter, _ => Task.FromResult<(ChangeContent?, Refusal?)>((new ChangeContent(), null)), ct);

    public static Task<Results<Created<Response>, Refusal>> End(Guid id, ReasonRequest request, [AsParameters] Counter counter, CancellationToken ct) =>
        EnterAsync(id, ChangeKind.End, request.Reason, counter, _ => Task.FromResult<(ChangeContent?, Refusal?)>((new ChangeContent(), null)), ct);

    private static async Task<Results<Created<Response>, Refusal>> EnterAsync(
        Guid id, ChangeKind kind, string? reason, Counter counter, Func<Household, Task<(ChangeContent? Content, Refusal? Refusal)>> read, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return ChangeErrors.ReasonMissing;
        var household = await counter.Db.Households.Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        if (household.Status != HouseholdStatus.Registered) return ChangeErrors.NotRegistered;
        if (await counter.Db.RegisterChanges.AnyAsync(one => one.HouseholdId == id && one.State == ChangeState.Open, ct)) return ChangeErrors.OtherOpen;
        var (content, refusal) = await read(household);
        if (content is null) return refusal!;

        var act = new Act(
            Guid.CreateVersion7(), counter.Officer.Id, counter.Officer.Name, counter.Clock.UtcNow(), counter.Clock.Today(), reason.Trim());
        var change = RegisterChange.Enter(id, household.Village, kind, content, act);
        counter.Db.RegisterChanges.Add(change);
        await counter.Db.SaveChangesAsync(ct);
        return TypedResults.Created($"/register-changes/{change.Id}", new Response(change.Id));
    }

    private static (ChangeContent? Content, Refusal? Refusal) No(Refusal refusal) => (null, refusal);

    private static Dictionary<Guid, string>? Codes(IReadOnlyDictionary<Guid, string>? words)
    {
        var codes = (words ?? new Dictionary<Guid, string>()).ToDictionary(word => word.Key, word => CodeLists.Code("relation_to_head", word.Value ?? ""));
        return codes.ContainsValue(null) ? null : codes.ToDictionary(code => code.Key, code => code.Value!);
    }
}
