using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RegisterClient = Fupin.Contracts.Registration.Grpc.Households.HouseholdsClient;

namespace Fupin.Aid.PersonalData;

/// <summary>
/// Asks registration for identified data (查询个人信息), with officer, purpose and case. Each answer is noted at this end too: it adds to
/// the unit of work and does not save. Registration down or saying no is a refusal, never an exception.
/// </summary>
public sealed class Register(RegisterClient client, DbContext db, CurrentOfficer officer, TimeProvider clock)
{
    private const int MostNumbers = 500;

    /// <summary>Who the members of a household are, as far as the purpose allows.</summary>
    public async Task<(IdentifiedReply? Reply, Refusal? Refusal)> GetIdentifiedAsync(
        Guid householdId, DivisionCode village, Asking asking, CancellationToken ct)
    {
        var request = new IdentifiedRequest
        {
            HouseholdId = householdId.ToString(),
            OfficerId = officer.Id.ToString(),
            Purpose = asking.Purpose,
            Case = asking.Case,
        };
        try
        {
            var reply = await client.GetIdentifiedAsync(request, cancellationToken: ct);
            Note(householdId, village, asking, reply.Fields);
            return (reply, null);
        }
        catch (RpcException exception)
        {
            return (null, RefusalOf(exception));
        }
    }

    /// <summary>The household and member with an ID number; the number is not kept.</summary>
    public async Task<(PersonReply? Reply, Refusal? Refusal)> FindPersonAsync(string idNumber, Asking asking, CancellationToken ct)
    {
        var request = new PersonRequest { IdNumber = idNumber, OfficerId = officer.Id.ToString(), Purpose = asking.Purpose, Case = asking.Case };
        try
        {
            return (await client.FindPersonAsync(request, cancellationToken: ct), null);
        }
        catch (RpcException exception)
        {
            return (null, RefusalOf(exception));
        }
    }

    /// <summary>
    /// The households and members with ID numbers, and the households with numbers, each by its place in the question; who is not on the
    /// register of the officer's region is not among them. The numbers are not kept.
    /// </summary>
    public async Task<(FoundPeople? Found, Refusal? Refusal)> FindPersonsAsync(
        IReadOnlyList<string> idNumbers, IReadOnlyList<string> householdNumbers, Asking asking, CancellationToken ct)
    {
        Dictionary<int, FoundPlace> persons = [];
        Dictionary<int, FoundPlace> households = [];
        try
        {
            for (var from = 0; from < Math.Max(idNumbers.Count, householdNumbers.Count); from += MostNumbers)
            {
                var request = new PersonsRequest { OfficerId = officer.Id.ToString(), Purpose = asking.Purpose, Case = asking.Case };
                request.IdNumbers.AddRange(idNumbers.Skip(from).Take(MostNumbers));
                request.HouseholdNumbers.AddRange(householdNumbers.Skip(from).Take(MostNumbers));
                var reply = await client.FindPersonsAsync(request, cancellationToken: ct);
                foreach (var person in reply.Persons) persons[from + person.Place] = PlaceOf(person);
                foreach (var household in reply.Households) households[from + household.Place] = PlaceOf(household);
            }
        }
        catch (RpcException exception)
        {
            return (null, RefusalOf(exception));
        }

        foreach (var household in persons.Values.Concat(households.Values).Select(place => place.HouseholdId).Distinct()) Note(household, officer.Region, asking, ["household", "member"]);
        return (new FoundPeople(persons, households), null);
    }

    /// <summary>Who might be meant by numbers and names that nobody has, masked; null when registration does not answer.</summary>
    public async Task<IReadOnlyList<Suggestions>?> SuggestPersonsAsync(IReadOnlyList<MissedPerson> missed, Asking asking, CancellationToken ct)
    {
        var request = new SuggestRequest { OfficerId = officer.Id.ToString(), Purpose = asking.Purpose, Case = asking.Case };
        request.Missed.AddRange(missed);
        try
        {
            return (await client.SuggestPersonsAsync(request, cancellationToken: ct)).Suggestions;
        }
        catch (RpcException)
        {
            return null;
        }
    }

    /// <summary>Notes that identified data was used.</summary>
    public void Note(Guid householdId, DivisionCode village, Asking asking, IEnumerable<string> fields) => db.Add(new DataRequest
    {
        Id = Guid.NewGuid(),
        HouseholdId = householdId,
        Village = village,
        OfficerId = officer.Id,
        Purpose = asking.Purpose,
        Case = asking.Case,
        Reason = asking.Reason,
        Fields = string.Join(',', fields),
        AtUtc = clock.UtcNow(),
    });

    private static FoundPlace PlaceOf(FoundPerson person) =>
        new(Guid.Parse(person.HouseholdId), person.MemberId.Length == 0 ? null : Guid.Parse(person.MemberId));

    // What registration says no to is said on in its own words; anything else means that it did not answer.
    private static Refusal RefusalOf(RpcException exception)
    {
        int? status = exception.StatusCode switch
        {
            StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
            StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
            StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
            StatusCode.NotFound => StatusCodes.Status404NotFound,
            StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
            StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
            _ => null,
        };
        var code = exception.Trailers.GetValue("refusal-code");
        return status is { } known && code is not null ? new Refusal(code, exception.Status.Detail, known) : AidErrors.RegisterDown;
    }
}

/// <summary>Why identified data is asked for (查询事由).</summary>
/// <param name="Purpose">A code of the purpose list: verify-eligibility, contact, settle-medical, pay, match-records.</param>
/// <param name="Case">What the officer is working on.</param>
/// <param name="Reason">The reason in the officer's words.</param>
public sealed record Asking(string Purpose, string Case, string Reason);

/// <summary>Where somebody lives on the register (名册位置).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="MemberId">The member, where a person was asked for.</param>
public sealed record FoundPlace(Guid HouseholdId, Guid? MemberId);

/// <summary>Who was found (查到的人).</summary>
/// <param name="Persons">By the place of the ID number in the question.</param>
/// <param name="Households">By the place of the household number in the question.</param>
public sealed record FoundPeople(IReadOnlyDictionary<int, FoundPlace> Persons, IReadOnlyDictionary<int, FoundPlace> Households);
