using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>Fees and books of compulsory schooling that nobody pays (义务教育免学杂费和教科书费), shown with their worth.</summary>
internal static class CompulsorySchooling
{
    public const string Code = "E2";

    // 依据：武发[2016]68号 三(三)、四(三)(1)
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        foreach (var (pupil, term) in SchoolTerm.Due(aidCase, parameters, Code, StudentStatus.Primary, StudentStatus.Grade9))
        {
            var standard = pupil.Student == StudentStatus.Primary ? "E2.primary" : "E2.junior";
            yield return new Decision(
                pupil.MemberId, term.Period, AidNature.Waiver, parameters.Money(standard), [term.Line(parameters), parameters.Line(standard)]);
        }
    }
}
