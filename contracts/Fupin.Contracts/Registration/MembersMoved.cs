using System.Text.Json.Serialization;
using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>How members came from one household to another (转户方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MovedBy>))]
public enum MovedBy
{
    /// <summary>They became a household of their own (分户).</summary>
    Split,

    /// <summary>Their whole household went over into the other (并户).</summary>
    Merger,

    /// <summary>They left for a household that was there already, by marriage for instance (转入).</summary>
    Transfer,
}

/// <summary>Members went from one registered household to another (转户); what was given to them before follows them.</summary>
/// <param name="FromHouseholdId">The household they leave (原户).</param>
/// <param name="ToHouseholdId">The household they belong to now (现户).</param>
/// <param name="On">The day from which they belong to it, China time; the first of a month, so that no month is given twice.</param>
/// <param name="Members">The members who go.</param>
/// <param name="By">By a split, by a merger or one by one.</param>
[EntityName("registration.members-moved"), MessageUrn("fupin:registration:members-moved")]
public sealed record MembersMoved(Guid FromHouseholdId, Guid ToHouseholdId, DateOnly On, IReadOnlyList<Guid> Members, MovedBy By);
