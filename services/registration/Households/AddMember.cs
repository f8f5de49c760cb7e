using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Accounts;
using Fupin.Registration.Changes;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Adds a person to a household (增加家庭成员), who lives there from now on.</summary>
internal static class AddMember
{
    private const int LongestSchool = 100;

    public sealed record Request(
        string? Relation, string? Name, string? IdNumber, string? Certificate, IReadOnlyList<HealthStatus>? Health,
        LabourAbility? LabourAbility, EducationLevel? Education, StudentStatus? Student, string? School, WorkStatus? Work);

    public sealed record Response(Guid Id);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, Request request, RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var (person, unreadable) = Read(request);
        if (person is null) return RegistrationErrors.PersonUnreadable.With(unreadable!);
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        var index = cipher.BlindIndex(person.IdNumber.Whole, BlindIndexes.IdNumber);
        var departure = await db.Departures.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
            .Where(one => one.IdIndex == index).OrderByDescending(one => one.AtUtc).FirstOrDefaultAsync(ct);
        var member = HouseholdMember.Of(household, person, cipher, departure?.MemberId);
        if (household.Add(member) is { } refusal) return refusal;
        if (await db.Members.IgnoreQueryFilters([ScopeFilter.Name]).AnyAsync(other => other.IdIndex == member.IdIndex, ct)) return RegistrationErrors.MemberElsewhere;

        db.Members.Add(member);
        var from = departure is null || departure.HouseholdId == id ? (DateOnly?)null : ComeOver(db, outbox, household, departure, clock.ThisMonth());
        await HouseholdTelling.TellChangedAsync(db, outbox, cipher, household, clock.Today(), ct, from);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(member.Id));
    }

    // Who left another household is the same person here: what was given there counts, and from the next month on at the earliest.
    private static DateOnly ComeOver(RegistrationDb db, IOutbox outbox, Household household, MemberDeparture departure, AidMonth month)
    {
        var from = AidMonth.Of(departure.HoldsFrom) is var left && left < month ? month : left.AddMonths(1);
        db.Lineages.Add(Lineage.Of(departure, household, from));
        outbox.Add(new MembersMoved(departure.HouseholdId, household.Id, from.First, [departure.MemberId], MovedBy.Transfer));
        return from.First;
    }

    private static (Person? Person, string? Unreadable) Read(Request request)
    {
        if (CodeLists.Code("relation_to_head", request.Relation ?? "") is not { } relation) return (null, "与户主关系");
        if (request.Name?.Trim() is not { Length: >= 2 and <= 20 } name) return (null, "姓名");
        if (!IdCardNumber.TryParse(request.IdNumber?.Trim(), out var number)) return (null, "证件号码");
        DisabilityCertificate? certificate = null;
        if (!string.IsNullOrWhiteSpace(request.Certificate))
        {
            if (!DisabilityCertificate.TryParse(request.Certificate.Trim(), out var read) || read.Holder != number) return (null, "残疾证号");
            certificate = read;
        }

        if (request.Health is not { Count: > 0 and <= 4 } health) return (null, "健康状况");
        if (health.Contains(HealthStatus.Disabled) && certificate is null) return (null, "残疾证号");
        if (request.School?.Length > LongestSchool) return (null, "学校");
        return (new Person(relation, name, number, certificate, health, request.LabourAbility, request.Education, request.Student, request.School, request.Work), null);
    }
}
