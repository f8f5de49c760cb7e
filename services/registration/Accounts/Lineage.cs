using System.Text.Json;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Changes;
using Fupin.Registration.Households;

namespace Fupin.Registration.Accounts;

/// <summary>Members came from one household to another (转户关系): what they, or their household with them, were granted before counts in the new one.</summary>
internal sealed class Lineage : IScoped
{
    public Guid Id { get; private init; }

    /// <summary>The household they belong to now.</summary>
    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private init; }

    /// <summary>The household they came from.</summary>
    public Guid FromHouseholdId { get; private init; }

    /// <summary>The month from which they belong to it.</summary>
    public AidMonth From { get; private init; }

    public MovedBy By { get; private init; }

    /// <summary>Who came, JSON.</summary>
    public string MembersJson { get; private init; } = "[]";

    public IReadOnlyList<Guid> Members => JsonSerializer.Deserialize<List<Guid>>(MembersJson)!;

    public static Lineage Of(Household from, Household to, AidMonth since, IReadOnlyList<Guid> members, MovedBy by) => new()
    {
        Id = Guid.CreateVersion7(),
        HouseholdId = to.Id,
        Village = to.Village,
        FromHouseholdId = from.Id,
        From = since,
        By = by,
        MembersJson = JsonSerializer.Serialize(members),
    };

    /// <summary>A person who left another household on a day of their own came to this one (转入).</summary>
    public static Lineage Of(MemberDeparture departure, Household to, AidMonth since) => new()
    {
        Id = Guid.CreateVersion7(),
        HouseholdId = to.Id,
        Village = to.Village,
        FromHouseholdId = departure.HouseholdId,
        From = since,
        By = MovedBy.Transfer,
        MembersJson = JsonSerializer.Serialize(new[] { departure.MemberId }),
    };
}
