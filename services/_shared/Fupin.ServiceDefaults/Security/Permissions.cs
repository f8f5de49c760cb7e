namespace Fupin.ServiceDefaults.Security;

/// <summary>What an officer may do (权限). A route asks for one of these; the policy is named as the permission.</summary>
public static class Permissions
{
    /// <summary>See the register (查看名册).</summary>
    public const string ReadRegister = "register.read";

    /// <summary>Enter applicants and run the village's steps (录入).</summary>
    public const string EnterRegister = "register.enter";

    /// <summary>Review at the town (审核).</summary>
    public const string ReviewRegister = "register.review";

    /// <summary>Check and register at the district (批准).</summary>
    public const string ApproveRegister = "register.approve";

    /// <summary>Change the rules of stacking (叠加规则).</summary>
    public const string KeepStackingRules = "stacking.rules";

    /// <summary>See aids (查看救助).</summary>
    public const string ReadAid = "aid.read";

    /// <summary>Enter a department's records (录入救助资料); in the own department only.</summary>
    public const string EnterAid = "aid.enter";

    /// <summary>Approve or confirm aids (救助审批); in the own department only.</summary>
    public const string ApproveAid = "aid.approve";

    /// <summary>See the trail (审计查看).</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Move the platform clock (调整时钟), in Development.</summary>
    public const string MoveClock = "platform.clock";

    /// <summary>See identified data with a purpose (查看个人信息).</summary>
    public const string RevealPersonal = "personal.reveal";

    /// <summary>Keep officers (管理经办人).</summary>
    public const string KeepOfficers = "officers.keep";

    /// <summary>Look after messages and services (平台运维).</summary>
    public const string Operate = "platform.operate";

    /// <summary>Every permission there is.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ReadRegister, EnterRegister, ReviewRegister, ApproveRegister, KeepStackingRules, ReadAid, EnterAid, ApproveAid, ReadAudit, MoveClock, RevealPersonal, KeepOfficers, Operate,
    ];

    /// <summary>The permissions that count only in the officer's own department's service.</summary>
    internal static IReadOnlyList<string> OfOwnDepartment { get; } = [EnterAid, ApproveAid];
}
