using System.Text.Json.Serialization;
using MassTransit;

namespace Fupin.Contracts.Aid;

/// <summary>What a department knows a person to be (人员状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonState>))]
public enum PersonState
{
    /// <summary>At school (在校).</summary>
    AtSchool,

    /// <summary>Working full time (全日制就业).</summary>
    WorkingFullTime,

    /// <summary>Dead (死亡).</summary>
    Dead,

    /// <summary>In prison (服刑).</summary>
    Imprisoned,

    /// <summary>Settled abroad (出国定居).</summary>
    Abroad,

    /// <summary>In military service (服现役).</summary>
    InService,

    /// <summary>In an institution of care (集中供养).</summary>
    InCare,

    /// <summary>In hospital (住院).</summary>
    InHospital,

    /// <summary>Given aid (享受救助).</summary>
    Aided,
}

/// <summary>A department told in what state a person is, or was, over some days (人员状态).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="MemberId">The person; a pseudonym outside the registration service.</param>
/// <param name="Department">The department that knows it, by its service name.</param>
/// <param name="Source">The record it comes from; unique within the department, and told again when the record changes.</param>
/// <param name="State">The state.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; open when absent.</param>
/// <param name="IsWithdrawn">Whether the record it comes from does not hold any more (撤销).</param>
/// <param name="Revision">The revision of what is told of this source; only a newer one counts.</param>
[EntityName("aid.person-state-told"), MessageUrn("fupin:aid:person-state-told")]
public sealed record PersonStateTold(
    Guid HouseholdId, Guid MemberId, string Department, string Source, PersonState State, DateOnly From, DateOnly? To, bool IsWithdrawn, int Revision);
