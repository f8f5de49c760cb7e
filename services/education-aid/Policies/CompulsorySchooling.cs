using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Fees and books of compulsory schooling that nobody pays (义务教育免学杂费和教科书费), shown with their worth.</summary>
internal static class CompulsorySchooling
{
    public const string Code = "E2";

    // 依据：武发[2016]68号 三(三)、四(三)(1)
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (SchoolTerm.Of(parameters) is not { } term)
        {
            decisions.Not()?.Line("school.not.term");
            return;
        }

        foreach (var pupil in aidCase.Members)
        {
            if (!(pupil.Student >= StudentStatus.Primary && pupil.Student <= StudentStatus.Grade9))
            {
                decisions.Not(pupil.MemberId)?.Line("E2.not.stage");
                continue;
            }

            if (aidCase.AlreadyGiven(Code, pupil.MemberId, term.Period))
            {
                decisions.Not(pupil.MemberId)?.Line("school.not.again", term.Period);
                continue;
            }

            var standard = pupil.Student == StudentStatus.Primary ? "E2.primary" : "E2.junior";
            decisions.Give(pupil.MemberId, term.Period, AidNature.Waiver, parameters.Money(standard))?
                .Add(term.Line(parameters))
                .Parameter(standard);
        }
    }
}
