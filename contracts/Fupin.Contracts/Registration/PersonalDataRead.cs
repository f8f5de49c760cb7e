using MassTransit;

namespace Fupin.Contracts.Registration;

/// <summary>Identified data of a household was read (个人信息查阅) by an officer or on an officer's behalf.</summary>
/// <param name="ReadingId">The entry in the data-use log (数据使用记录).</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="OfficerId">On whose behalf (经办人).</param>
/// <param name="Department">The department that asked.</param>
/// <param name="Purpose">The purpose stated, a code of the purpose list.</param>
/// <param name="Fields">The names of the fields given, never their values.</param>
/// <param name="AtUtc">When, on the platform clock.</param>
[EntityName("registration.personal-data-read"), MessageUrn("fupin:registration:personal-data-read")]
public sealed record PersonalDataRead(
    Guid ReadingId, Guid HouseholdId, Guid OfficerId, string Department, string Purpose, IReadOnlyList<string> Fields, DateTime AtUtc);
