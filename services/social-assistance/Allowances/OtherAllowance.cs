using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Allowances;

/// <summary>An allowance that another office pays (其他津贴种类).</summary>
internal enum AllowanceKind
{
    /// <summary>For high age (高龄津贴).</summary>
    HighAge,

    /// <summary>Old-age pension (养老金); counts in the means test.</summary>
    Pension,

    /// <summary>Family-planning reward (计生奖扶).</summary>
    FamilyPlanning,

    /// <summary>Living allowance of old people (老年生活津贴).</summary>
    OldAgeLiving,

    /// <summary>Living allowance of those disabled on duty (因公致残生活津贴).</summary>
    DutyLiving,

    /// <summary>Living allowance of retired cadres (离休生活津贴).</summary>
    CadreLiving,

    /// <summary>The part for care of the allowance for old people's services (养老服务补贴护理部分).</summary>
    ElderCare,

    /// <summary>Care allowance of those disabled on duty (因公致残护理费).</summary>
    DutyCare,

    /// <summary>Care allowance of retired cadres (离休护理费).</summary>
    CadreCare,

    /// <summary>Living allowance of orphans (孤儿基本生活费).</summary>
    Orphan,

    /// <summary>Care allowance after an injury at work (工伤生活护理费).</summary>
    WorkInjuryCare,

    /// <summary>Regular pension of veterans and of those they left (优抚定期抚恤).</summary>
    Veteran,

    /// <summary>Unemployment benefit (失业保险金).</summary>
    Unemployment,
}

/// <summary>An allowance that another office pays to a person each month (其他津贴): imported, never paid here.</summary>
internal sealed class OtherAllowance : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The receiver (领取人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The kind (津贴种类).</summary>
    public AllowanceKind Kind { get; set; }

    /// <summary>What is paid a month (月标准).</summary>
    public Money Monthly { get; set; }

    /// <summary>The first month (起发月份).</summary>
    public AidMonth From { get; set; }

    /// <summary>The last month (止发月份); open when absent.</summary>
    public AidMonth? To { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it is paid in a month.</summary>
    public bool IsPaidIn(AidMonth month) => From <= month && (To is not { } last || last >= month);
}
