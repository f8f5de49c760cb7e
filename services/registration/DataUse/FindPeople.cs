using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>Finds many people and households by their numbers at once (批量核对到人), inside the officer's region; one reading for each household found.</summary>
internal static class FindPeople
{
    private const int MostNumbers = 500;

    public static async Task<PersonsReply> HandleAsync(
        PersonsRequest request, Purpose purpose, RegistrationDb db, IOutbox outbox, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (request.IdNumbers.Count + request.HouseholdNumbers.Count > MostNumbers) throw new RefusedException(RegistrationErrors.TooManyNumbers.With(MostNumbers));
        var reply = new PersonsReply();
        Dictionary<Guid, DivisionCode> homes = [];

        var indexes = request.IdNumbers.Select(text => IdCardNumber.TryParse(text, out var number) ? cipher.BlindIndex(number.Whole, BlindIndexes.IdNumber) : "").ToList();
        var members = await db.Members.AsNoTracking().Where(member => indexes.Contains(member.IdIndex))
            .Select(member => new { member.IdIndex, member.Id, member.HouseholdId, member.Village })
            .ToDictionaryAsync(member => member.IdIndex, ct);
        for (var place = 0; place < indexes.Count; place++)
        {
            if (!members.TryGetValue(indexes[place], out var member)) continue;
            homes[member.HouseholdId] = member.Village;
            reply.Persons.Add(new FoundPerson { Place = place, HouseholdId = member.HouseholdId.ToString(), MemberId = member.Id.ToString() });
        }

        var numbers = request.HouseholdNumbers.ToList();
        var households = await db.Households.AsNoTracking().Where(household => household.Number != null && numbers.Contains(household.Number))
            .Select(household => new { Number = household.Number!, household.Id, household.Village })
            .ToDictionaryAsync(household => household.Number, ct);
        for (var place = 0; place < numbers.Count; place++)
        {
            if (!households.TryGetValue(numbers[place], out var household)) continue;
            homes[household.Id] = household.Village;
            reply.Households.Add(new FoundPerson { Place = place, HouseholdId = household.Id.ToString() });
        }

        foreach (var (household, village) in homes) Readings.Record(db, outbox, officer, clock, household, village, purpose, null, request.Case);
        await db.SaveChangesAsync(ct);
        return reply;
    }
}
