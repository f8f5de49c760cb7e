using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Certificates;

/// <summary>How much care a person needs (照料护理等级).</summary>
internal enum CareGrade
{
    /// <summary>Lives without help (自理).</summary>
    None,

    /// <summary>Needs help with some things (半护理).</summary>
    Half,

    /// <summary>Needs help with everything (全护理).</summary>
    Full,
}

/// <summary>Where an extremely poor person is supported (供养方式).</summary>
internal enum SupportPlace
{
    /// <summary>At home (分散供养).</summary>
    AtHome,

    /// <summary>In a home for them (集中供养).</summary>
    InHome,
}

/// <summary>An assessment of the care a person needs (生活自理能力评估); the latest one counts while it is valid.</summary>
internal sealed class CareAssessment : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The person assessed (被评估人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The day of the assessment (评估日期).</summary>
    public DateOnly AssessedOn { get; set; }

    /// <summary>The grade (护理等级).</summary>
    public CareGrade Grade { get; set; }

    /// <summary>Where the person is supported (供养方式).</summary>
    public SupportPlace Place { get; set; }

    /// <summary>The last day it counts (有效期止); open when absent.</summary>
    public DateOnly? ValidTo { get; set; }

    public int Version { get; set; }
}
