using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>Stages of school that follow one another (学段), both ends included.</summary>
internal readonly record struct Stages(StudentStatus From, StudentStatus To)
{
    public static readonly Stages Preschool = new(StudentStatus.Preschool, StudentStatus.Preschool);
    public static readonly Stages Compulsory = new(StudentStatus.Primary, StudentStatus.Grade9);
    public static readonly Stages SeniorHigh = new(StudentStatus.SeniorHigh1, StudentStatus.SeniorHigh3);
    public static readonly Stages Vocational = new(StudentStatus.Vocational1, StudentStatus.Vocational3);
    public static readonly Stages VocationalFirstTwoYears = new(StudentStatus.Vocational1, StudentStatus.Vocational2);
    public static readonly Stages AllVocational = new(StudentStatus.Vocational1, StudentStatus.HigherVocational3);
    public static readonly Stages University = new(StudentStatus.HigherVocational1, StudentStatus.College);

    public bool Include(StudentStatus? stage) => stage >= From && stage <= To;
}

/// <summary>A pupil for whom an aid by term falls due (学期资助对象).</summary>
/// <param name="Facts">What the register knows.</param>
/// <param name="Stage">The stage, as the school has it, otherwise as the register has it.</param>
/// <param name="Term">The term.</param>
/// <param name="Record">What the school recorded for this very term.</param>
/// <param name="Latest">What it recorded last, up to this term.</param>
internal readonly record struct Pupil(MemberFacts Facts, StudentStatus Stage, SchoolTerm Term, SchoolRecord? Record, SchoolRecord? Latest)
{
    public Guid Id => Facts.MemberId;

    public bool IsDisabled => Facts.DisabilityType is not null;

    public bool IsOrphan => Latest?.IsOrphan == true;
}

/// <summary>
/// Goes over the pupils of a household for whom an aid by term falls due: in the stages, in a month of the term, at school, and not given
/// yet. Of the others it says which of these fails first. Nothing is allocated, for it runs over every household of a district.
/// </summary>
internal ref struct Pupils(string code, Stages stages, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
{
    private readonly ReadOnlySpan<MemberFacts> members = aidCase.Members;
    private readonly ReadOnlySpan<SchoolRecord> records = aidCase.Records.Of<SchoolRecord>();
    private SchoolTerm? term;
    private bool isTermKnown;
    private int index = -1;

    public Pupil Current { get; private set; }

    public static Pupils Due(string code, Stages stages, AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        new(code, stages, aidCase, parameters, decisions);

    public readonly Pupils GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++index < members.Length)
        {
            var member = members[index];
            // Most households have no pupil in these stages: the register alone says so where no school recorded anything.
            if (records.IsEmpty && !stages.Include(member.Student))
            {
                decisions.Not(member.MemberId)?.Line($"{code}.not.stage");
                continue;
            }

            var due = Term();
            var (record, latest) = due is null ? default : RecordsOf(member.MemberId, due);
            var stage = record?.Stage ?? (latest?.Term == due?.FirstOfYear ? latest?.Stage : null) ?? member.Student;
            if (!stages.Include(stage)) decisions.Not(member.MemberId)?.Line($"{code}.not.stage");
            else if (due is null) decisions.Not(member.MemberId)?.Line("school.not.term");
            else if (latest?.Enrolment == Enrolment.DroppedOut) decisions.Not(member.MemberId)?.Line("school.not.left", latest.Term);
            else if (latest?.Enrolment == Enrolment.OnLeave) decisions.Not(member.MemberId)?.Line("school.not.leave", latest.Term);
            else if (aidCase.AlreadyGiven(code, member.MemberId, due.Period)) decisions.Not(member.MemberId)?.Line("school.not.again", due.Period);
            else
            {
                Current = new Pupil(member, stage!.Value, due, record, latest);
                return true;
            }
        }

        return false;
    }

    private SchoolTerm? Term()
    {
        if (!isTermKnown) (term, isTermKnown) = (SchoolTerm.Of(parameters), true);
        return term;
    }

    // Terms are written so that they sort as they follow one another.
    private readonly (SchoolRecord? Record, SchoolRecord? Latest) RecordsOf(Guid memberId, SchoolTerm due)
    {
        SchoolRecord? latest = null;
        foreach (var record in records)
        {
            if (record.MemberId != memberId || string.CompareOrdinal(record.Term, due.Period) > 0) continue;
            if (latest is null || string.CompareOrdinal(record.Term, latest.Term) > 0) latest = record;
        }

        return (latest?.Term == due.Period ? latest : null, latest);
    }
}
