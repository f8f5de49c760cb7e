using Fupin.Contracts.Codes;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.DataUse;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Shows identified data of a household (查看个人信息): for a purpose and a reason, the fields of the purpose, recorded, so often an hour.</summary>
internal static class RevealHousehold
{
    public sealed record Request(string? Purpose, string? Reason);

    public sealed record MemberLine(Guid Id, string? Name, string? IdNumber, string? Certificate, IReadOnlyList<HealthStatus>? Health);

    public sealed record Response(IReadOnlyList<string> Fields, string? Phone, string? BankName, string? BankAccount, IReadOnlyList<MemberLine> Members);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, Request request, RegistrationDb db, IOutbox outbox, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > 200) return RegistrationErrors.ReasonMissing;
        if (await Purpose.FindAsync(db, request.Purpose, clock.Today(), ct) is not { } purpose) return RegistrationErrors.PurposeUnknown;
        if (!purpose.IsOpenTo(officer.Department)) return RegistrationErrors.PurposeNotOpen;
        var household = await db.Households.AsNoTracking().Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        if (await Readings.TooOftenAsync(db, officer, clock, ct) is { } refusal) return refusal;

        Readings.Record(db, outbox, officer, clock, household.Id, household.Village, purpose, request.Reason.Trim(), null);
        await db.SaveChangesAsync(ct);
        var identified = Identified.Of(household, purpose, cipher);
        return TypedResults.Ok(new Response(
            purpose.Fields.Split(','), identified.Phone, identified.BankName, identified.BankAccount,
            [.. identified.People.Select(one => new MemberLine(
                one.Member.Id,
                purpose.Gives(Purpose.PersonName) ? one.Person.Name : null,
                purpose.Gives(Purpose.IdNumber) ? one.Person.IdNumber.Whole : null,
                purpose.Gives(Purpose.Certificate) ? one.Person.Certificate?.Whole : null,
                purpose.Gives(Purpose.Health) ? one.Person.Health : null))]));
    }
}
