using Fupin.Contracts.Values;
using static Fupin.ServiceDefaults.Security.Permissions;

namespace Fupin.Identity.Officers;

/// <summary>A post (岗位); it decides what an officer may do.</summary>
internal enum Role
{
    /// <summary>Of a village (村级经办人).</summary>
    Village,

    /// <summary>Of a town (镇级审核人).</summary>
    Town,

    /// <summary>Of the district's registration office (区级管理人).</summary>
    District,

    /// <summary>Of a department that grants aid (部门经办人).</summary>
    Aid,

    /// <summary>Of the audit bureau (审计人员).</summary>
    Audit,
}

internal static class Roles
{
    public static IReadOnlyList<string> Permissions(this Role role) => role switch
    {
        Role.Village => [ReadRegister, EnterRegister, ReadAid, RevealPersonal],
        Role.Town => [ReadRegister, EnterRegister, ReviewRegister, ReadAid, RevealPersonal],
        Role.District => [ReadRegister, EnterRegister, ReviewRegister, ApproveRegister, KeepStackingRules, ReadAid, RevealPersonal, MoveClock, KeepOfficers, Operate],
        Role.Aid => [ReadRegister, ReadAid, EnterAid, ApproveAid, RevealPersonal],
        Role.Audit => [ReadRegister, ReadAid, ReadAudit],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static bool Fits(this Role role, DivisionCode region) => role switch
    {
        Role.Village => region.IsVillage,
        Role.Town => region.IsTown,
        _ => region.Segments.Length is 2 or 4 or 6,
    };
}
