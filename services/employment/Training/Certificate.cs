using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Training;

/// <summary>The level of a skill (技能等级).</summary>
internal enum SkillLevel
{
    /// <summary>Junior (初级).</summary>
    Junior,

    /// <summary>Intermediate (中级).</summary>
    Intermediate,

    /// <summary>Senior (高级).</summary>
    Senior,
}

/// <summary>A certificate of a skill that a course led to (职业技能证书).</summary>
internal sealed class Certificate : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Whom it certifies (持证人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>Its number (证书编号); the same certificate is subsidised once.</summary>
    public string CertificateNo { get; set; } = "";

    /// <summary>The course it was reached on (培训班号).</summary>
    public string CourseNo { get; set; } = "";

    /// <summary>The level (技能等级).</summary>
    public SkillLevel Level { get; set; }

    /// <summary>The day it was issued (发证日).</summary>
    public DateOnly IssuedOn { get; set; }

    public int Version { get; set; }

    /// <summary>The order in which certificates take a person's places: by day of issue, then by number.</summary>
    public static int Earlier(Certificate a, Certificate b) =>
        a.IssuedOn != b.IssuedOn ? a.IssuedOn.CompareTo(b.IssuedOn) : string.CompareOrdinal(a.CertificateNo, b.CertificateNo);
}
