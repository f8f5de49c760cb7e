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
        foreach (var pupil in Pupils.Due(Code, Stages.Compulsory, aidCase, parameters, decisions))
        {
            var standard = pupil.Stage == StudentStatus.Primary ? "E2.primary" : "E2.junior";
            decisions.Give(pupil.Id, pupil.Term.Period, AidNature.Waiver, parameters.Money(standard))?
                .Add(pupil.Term.Line(parameters))
                .Parameter(standard);
        }
    }
}
