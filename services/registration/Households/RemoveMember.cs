using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Changes;
using Fupin.Registration.Data;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>
/// Takes a person out of a household (减少家庭成员): died, married away, settled abroad, in prison, moved. The facts without the person hold
/// from that day, so that months which are over are put right too, unless something else was told since.
/// </summary>
internal static class RemoveMember
{
    /// <param name="Reason">Why (减少原因), in words or by its code; any other way out where absent.</param>
    /// <param name="On">The day of it; today where absent.</param>
    public sealed record Request(string? Reason, DateOnly? On);

    /// <summary>What this needs at hand.</summary>
    public sealed record Counter(RegistrationDb Db, IOutbox Outbox, FieldCipher Cipher, CurrentOfficer Officer, TimeProvider Clock);

    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, Guid memberId, Request? request, [AsParameters] Counter counter, CancellationToken ct)
    {
        var (db, today) = (counter.Db, counter.Clock.Today());
        var reason = request?.Reason is { } word ? CodeLists.Code("member_change", word) : MemberDeparture.Other;
        if (!MemberDeparture.IsReason(reason)) return ChangeErrors.UnknownReason;
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        var on = request?.On ?? today;
        if (on > today || on < household.RegisteredOn) return ChangeErrors.WrongDay;
        if (household.Members.FirstOrDefault(one => one.Id == memberId) is not { } member) return RegistrationErrors.NoSuchMember;
        if (household.Remove(memberId) is { } refusal) return refusal;

        await HouseholdTelling.TellChangedAsync(db, counter.Outbox, counter.Cipher, household, today, ct, on);
        var act = new Act(Guid.CreateVersion7(), counter.Officer.Id, counter.Officer.Name, counter.Clock.UtcNow(), today);
        db.Departures.Add(MemberDeparture.Of(member, reason!, on, household.ToldFrom ?? on, act));
        if (StateOf(reason!) is { } state)
        {
            counter.Outbox.Add(new PersonStateTold(id, memberId, "registration", $"member-change:{memberId:N}", state, on, null, IsWithdrawn: false, 1));
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static PersonState? StateOf(string reason) => reason switch
    {
        MemberDeparture.Death => PersonState.Dead,
        MemberDeparture.Abroad => PersonState.Abroad,
        MemberDeparture.Imprisoned => PersonState.Imprisoned,
        _ => null,
    };
}
