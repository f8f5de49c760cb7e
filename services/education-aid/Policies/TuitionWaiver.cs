using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>Tuition of senior high school that is waived (普通高中免学杂费): what the school charges, up to the standard of public schools.</summary>
internal static class TuitionWaiver
{
    public const string Code = "E4";

    // 依据：武发[2016]68号 三(三)：推进低收入农户子女就读高中免除学杂费政策的制定落实
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (parameters.Find("E4.standard") is not { } standard)
        {
            decisions.Not()?.Line("E4.not.begun");
            return;
        }

        if (SchoolTerm.Of(parameters) is not { } term)
        {
            decisions.Not()?.Line("school.not.term");
            return;
        }

        foreach (var pupil in aidCase.Members)
        {
            if (!(pupil.Student >= StudentStatus.SeniorHigh1 && pupil.Student <= StudentStatus.SeniorHigh3))
            {
                decisions.Not(pupil.MemberId)?.Line("E4.not.stage");
                continue;
            }

            if (aidCase.AlreadyGiven(Code, pupil.MemberId, term.Period))
            {
                decisions.Not(pupil.MemberId)?.Line("school.not.again", term.Period);
                continue;
            }

            var record = RecordOf(aidCase, pupil, term);
            var amount = Money.Min(record?.Tuition ?? standard.AsMoney(), standard.AsMoney());
            if (amount == Money.Zero)
            {
                decisions.Not(pupil.MemberId)?.Line("E4.not.charged");
                continue;
            }

            var trace = decisions.Give(pupil.MemberId, term.Period, AidNature.Waiver, amount)?.Add(term.Line(parameters));
            _ = record is null ? trace?.Line("E4.unknown") : trace?.Line("E4.actual", record.Tuition);
            trace?.Parameter("E4.standard").Line("E4.smaller", amount);
        }
    }

    private static SchoolRecord? RecordOf(AidCase aidCase, MemberFacts pupil, SchoolTerm term)
    {
        foreach (var record in aidCase.Records.Of<SchoolRecord>())
        {
            if (record.MemberId == pupil.MemberId && record.Term == term.Period) return record;
        }

        return null;
    }
}
