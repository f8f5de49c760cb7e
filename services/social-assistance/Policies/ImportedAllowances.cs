using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.SocialAssistance.Allowances;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// Allowances that other offices pay (其他部门发放的津贴): they stand in the account as they were imported, so that stacking can compare them
/// with ours, and are not paid here again.
/// </summary>
internal static class ImportedAllowances
{
    /// <summary>Old-age pension, family-planning reward, and the allowance for high age where another office pays it (高龄津贴、养老金、计生奖扶).</summary>
    public const string Regular = "B9";

    /// <summary>Other living allowances (其他生活津贴): of the same kind as B4.</summary>
    public const string Living = "B12";

    /// <summary>Other care allowances (其他护理津贴): of the same kind as B5.</summary>
    public const string Care = "B13";

    /// <summary>Living allowance of orphans (孤儿基本生活费).</summary>
    public const string Orphan = "B14";

    /// <summary>Care allowance after an injury at work (工伤护理费).</summary>
    public const string WorkInjury = "B15";

    public static void DecideLiving(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => Decide(Living, "B12.not.record", aidCase, decisions);

    public static void DecideCare(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => Decide(Care, "B13.not.record", aidCase, decisions);

    public static void DecideOrphan(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => Decide(Orphan, "B14.not.record", aidCase, decisions);

    public static void DecideWorkInjury(AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        Decide(WorkInjury, "B15.not.record", aidCase, decisions);

    /// <summary>Gives what was imported under a policy; says that there is none where there is none.</summary>
    public static void Decide(string policy, string none, AidCase aidCase, Decisions decisions)
    {
        var found = false;
        foreach (var allowance in aidCase.Records.Of<OtherAllowance>())
        {
            if (PolicyOf(allowance.Kind) != policy || !IsPaid(allowance, aidCase)) continue;
            found = true;
            decisions.Give(allowance.MemberId, aidCase.Period, AidNature.Imported, allowance.Monthly, ClaimOf(allowance.Kind))?
                .Line(TextOf(allowance.Kind), allowance.Monthly, allowance.From);
        }

        if (!found) decisions.Not()?.Line(none);
    }

    // To a member who is still here, and of several entries of one kind the one that began last.
    private static bool IsPaid(OtherAllowance allowance, AidCase aidCase)
    {
        if (!allowance.IsPaidIn(aidCase.Month) || aidCase.Find(allowance.MemberId) is null) return false;
        foreach (var other in aidCase.Records.Of<OtherAllowance>())
        {
            if (other.Kind == allowance.Kind && other.MemberId == allowance.MemberId && other.From > allowance.From && other.IsPaidIn(aidCase.Month)) return false;
        }

        return true;
    }

    // What bring the price subsidy only (veterans' pensions, unemployment benefit) is no item of ours.
    private static string? PolicyOf(AllowanceKind kind) => kind switch
    {
        AllowanceKind.HighAge or AllowanceKind.Pension or AllowanceKind.FamilyPlanning => Regular,
        AllowanceKind.OldAgeLiving or AllowanceKind.DutyLiving or AllowanceKind.CadreLiving => Living,
        AllowanceKind.ElderCare or AllowanceKind.DutyCare or AllowanceKind.CadreCare => Care,
        AllowanceKind.Orphan => Orphan,
        AllowanceKind.WorkInjuryCare => WorkInjury,
        _ => null,
    };

    private static string ClaimOf(AllowanceKind kind) => kind switch
    {
        AllowanceKind.HighAge => "highAge",
        AllowanceKind.Pension => "pension",
        AllowanceKind.FamilyPlanning => "familyPlanning",
        AllowanceKind.OldAgeLiving => "oldAgeLiving",
        AllowanceKind.DutyLiving => "dutyLiving",
        AllowanceKind.CadreLiving => "cadreLiving",
        AllowanceKind.ElderCare => "elderCare",
        AllowanceKind.DutyCare => "dutyCare",
        AllowanceKind.CadreCare => "cadreCare",
        AllowanceKind.Orphan => "orphan",
        _ => "workInjuryCare",
    };

    private static string TextOf(AllowanceKind kind) => $"allowance.{ClaimOf(kind)}";
}
