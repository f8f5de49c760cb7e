using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Aid for children in kindergarten (学前教育政府资助).</summary>
internal static class PreschoolAid
{
    public const string Code = "E1";

    // 依据：武发[2016]68号 三(三)：加大学前教育政府资助力度，低收入农户子女优先享受
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (SchoolTerm.Of(parameters) is not { } term)
        {
            decisions.Not()?.Line("school.not.term");
            return;
        }

        foreach (var pupil in aidCase.Members)
        {
            if (!(pupil.Student >= StudentStatus.Preschool && pupil.Student <= StudentStatus.Preschool))
            {
                decisions.Not(pupil.MemberId)?.Line("E1.not.stage");
                continue;
            }

            if (aidCase.AlreadyGiven(Code, pupil.MemberId, term.Period))
            {
                decisions.Not(pupil.MemberId)?.Line("school.not.again", term.Period);
                continue;
            }

            if (!pupil.Age.AtLeast(parameters.Number("E1.ageFrom")) || !pupil.Age.Under(parameters.Number("E1.ageTo") + 1))
            {
                decisions.Not(pupil.MemberId)?.Line("E1.not.age", parameters.Number("E1.ageFrom"), parameters.Number("E1.ageTo"));
                continue;
            }

            decisions.Give(pupil.MemberId, term.Period, AidNature.Cash, parameters.Money("E1.amount"))?
                .Add(term.Line(parameters))
                .Parameter("E1.amount");
        }
    }
}
