using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>Answers other departments' questions for identified data (部门间实名查询): by purpose, inside the officer's region, each recorded.</summary>
[Authorize(Permissions.RevealPersonal)]
internal sealed class HouseholdsGrpc(RegistrationDb db, IOutbox outbox, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock)
    : Fupin.Contracts.Registration.Grpc.Households.HouseholdsBase
{
    private const int LongestCase = 100;

    public override async Task<IdentifiedReply> GetIdentified(IdentifiedRequest request, ServerCallContext context)
    {
        var purpose = await PurposeAsync(request.OfficerId, request.Purpose, request.Case, context.CancellationToken);
        var household = Guid.TryParse(request.HouseholdId, out var id)
            ? await db.Households.AsNoTracking().Include(one => one.Members).SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            : null;
        if (household is null) throw new RefusedException(RegistrationErrors.NoSuchHousehold);
        await RecordAsync(household.Id, household.Village, purpose, request.Case, context.CancellationToken);

        var identified = Identified.Of(household, purpose, cipher);
        var reply = new IdentifiedReply
        {
            HouseholdId = household.Id.ToString(),
            Number = household.Number ?? "",
            Phone = identified.Phone ?? "",
            BankName = identified.BankName ?? "",
            BankAccount = identified.BankAccount ?? "",
        };
        reply.Fields.AddRange(purpose.Fields.Split(','));
        reply.Members.AddRange(identified.People.Select(one => new IdentifiedMember
        {
            MemberId = one.Member.Id.ToString(),
            Name = purpose.Gives(Purpose.PersonName) ? one.Person.Name : "",
            IdNumber = purpose.Gives(Purpose.IdNumber) ? one.Person.IdNumber.Whole : "",
            Relation = one.Person.Relation,
        }));
        return reply;
    }

    public override async Task<PersonReply> FindPerson(PersonRequest request, ServerCallContext context)
    {
        var purpose = await PurposeAsync(request.OfficerId, request.Purpose, request.Case, context.CancellationToken);
        if (!IdCardNumber.TryParse(request.IdNumber, out var number)) throw new RefusedException(RegistrationErrors.SearchUnreadable.With("证件号码"));
        var index = cipher.BlindIndex(number.Whole, BlindIndexes.IdNumber);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(one => one.IdIndex == index, context.CancellationToken)
            ?? throw new RefusedException(RegistrationErrors.NoSuchPerson);
        await RecordAsync(member.HouseholdId, member.Village, purpose, request.Case, context.CancellationToken);
        return new PersonReply
        {
            HouseholdId = member.HouseholdId.ToString(),
            MemberId = member.Id.ToString(),
            Name = purpose.Gives(Purpose.PersonName) ? member.NameOf(cipher) : "",
        };
    }

    public override async Task<PersonsReply> FindPersons(PersonsRequest request, ServerCallContext context)
    {
        var purpose = await PurposeAsync(request.OfficerId, request.Purpose, request.Case, context.CancellationToken);
        return await FindPeople.HandleAsync(request, purpose, db, outbox, cipher, officer, clock, context.CancellationToken);
    }

    public override async Task<SuggestReply> SuggestPersons(SuggestRequest request, ServerCallContext context)
    {
        await PurposeAsync(request.OfficerId, request.Purpose, request.Case, context.CancellationToken);
        return await SuggestPeople.HandleAsync(request, db, cipher, context.CancellationToken);
    }

    private async Task<Purpose> PurposeAsync(string officerId, string code, string @case, CancellationToken ct)
    {
        if (!Guid.TryParse(officerId, out var id) || id != officer.Id) throw new RefusedException(RegistrationErrors.OtherOfficer);
        if (string.IsNullOrWhiteSpace(@case) || @case.Length > LongestCase) throw new RefusedException(RegistrationErrors.ReasonMissing);
        var purpose = await Purpose.FindAsync(db, code, clock.Today(), ct) ?? throw new RefusedException(RegistrationErrors.PurposeUnknown);
        return purpose.IsOpenTo(officer.Department) ? purpose : throw new RefusedException(RegistrationErrors.PurposeNotOpen);
    }

    private async Task RecordAsync(Guid householdId, DivisionCode village, Purpose purpose, string @case, CancellationToken ct)
    {
        if (await Readings.TooOftenAsync(db, officer, clock, ct) is { } refusal) throw new RefusedException(refusal);
        Readings.Record(db, outbox, officer, clock, householdId, village, purpose, null, @case);
        await db.SaveChangesAsync(ct);
    }
}
