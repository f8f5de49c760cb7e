using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.SpecialEducation;

/// <summary>What a disabled student is helped to (特殊教育资助类别).</summary>
internal enum SpecialEducationKind
{
    /// <summary>A special school (特殊教育学校就读).</summary>
    SpecialSchool,

    /// <summary>Lessons at home (送教上门).</summary>
    HomeTeaching,

    /// <summary>Training in a skill (残障学生技能培训).</summary>
    SkillTraining,
}

/// <summary>A decision of the department to carry the cost of a disabled student's education for a school year (特殊教育个案).</summary>
internal sealed class SpecialEducationCase : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The student (学生).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the case (个案编号).</summary>
    public string CaseNo { get; set; } = "";

    /// <summary>What it is for (资助类别).</summary>
    public SpecialEducationKind Kind { get; set; }

    /// <summary>The school or the trainer (机构).</summary>
    public string Place { get; set; } = "";

    /// <summary>What it costs in all (费用总额).</summary>
    public Money Cost { get; set; }

    /// <summary>The day from which it is carried (起始日期).</summary>
    public DateOnly StartsOn { get; set; }

    public int Version { get; set; }
}
