using System.Globalization;
using Fupin.Aid.PersonStates;
using Fupin.Aid.Records;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Schools;

/// <summary>Whether a pupil goes to the school (在读情况).</summary>
internal enum Enrolment
{
    /// <summary>The pupil does (在读).</summary>
    Enrolled,

    /// <summary>The pupil left for good (辍学).</summary>
    DroppedOut,

    /// <summary>The pupil is away for a while (休学).</summary>
    OnLeave,
}

/// <summary>Who runs a school (办学类型).</summary>
internal enum SchoolKind
{
    /// <summary>The public (公办).</summary>
    Public,

    /// <summary>Private, open to all at fees the public sets (普惠性民办).</summary>
    InclusivePrivate,

    /// <summary>Private (民办).</summary>
    Private,
}

/// <summary>The kind of a vocational pupil's subject (专业类别).</summary>
internal enum MajorKind
{
    /// <summary>Any other subject (一般专业).</summary>
    Ordinary,

    /// <summary>Agriculture (涉农专业).</summary>
    Agricultural,

    /// <summary>Performing arts (艺术类相关表演专业).</summary>
    PerformingArts,
}

/// <summary>A pupil's term at a school (学籍登记): stage, what the school charges, and whether the pupil is there.</summary>
internal sealed class SchoolRecord : IPersonRecord, IStateRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The pupil (学生).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The term (学期), yyyy-S1 or yyyy-S2.</summary>
    public string Term { get; set; } = "";

    /// <summary>The school (学校).</summary>
    public string School { get; set; } = "";

    /// <summary>Who runs the school (办学类型).</summary>
    public SchoolKind? Kind { get; set; }

    /// <summary>The stage as the school has it (学段); the register's own counts where it is not said.</summary>
    public StudentStatus? Stage { get; set; }

    /// <summary>The year of study in that stage (年级), from 1.</summary>
    public int? Grade { get; set; }

    /// <summary>The kind of subject (专业类别), at vocational schools.</summary>
    public MajorKind? Major { get; set; }

    /// <summary>Whether the pupil studies full time (全日制); so where it is not said.</summary>
    public bool? IsFullTime { get; set; }

    /// <summary>Tuition and fees charged, boarding left out (实际学费).</summary>
    public Money Tuition { get; set; }

    /// <summary>Whether the pupil boards there (寄宿).</summary>
    public bool? IsBoarding { get; set; }

    /// <summary>Whether the school knows the pupil as an orphan (孤儿).</summary>
    public bool? IsOrphan { get; set; }

    /// <summary>Whether the pupil goes there (在读情况); enrolled where it is not said.</summary>
    public Enrolment? Enrolment { get; set; }

    /// <summary>Why the pupil does not (失学或辍学原因).</summary>
    public string? Reason { get; set; }

    public int Version { get; set; }

    // The months that lie within the term whatever the school's calendar says.
    public StateOfPerson? SaysOfPerson()
    {
        if (!int.TryParse(Term.AsSpan(0, Math.Min(4, Term.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        var first = Term.EndsWith("S1", StringComparison.Ordinal) ? 3 : 9;
        return new StateOfPerson(
            PersonState.AtSchool, new DateOnly(year, first, 1), new DateOnly(year, first + 3, 1).AddMonths(1).AddDays(-1), IsWithdrawn: Enrolment is Schools.Enrolment.DroppedOut);
    }
}
