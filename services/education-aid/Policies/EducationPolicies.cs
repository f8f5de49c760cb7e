using Fupin.Aid.Policies;

namespace Fupin.EducationAid.Policies;

/// <summary>The policies of the department of education (教育资助政策).</summary>
internal static class EducationPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "education-aid",
        typeof(EducationPolicies).Assembly,
        new Policy(PreschoolAid.Code, PreschoolAid.Decide),
        new Policy(CompulsorySchooling.Code, CompulsorySchooling.Decide),
        new Policy(LivingAid.Code, LivingAid.Decide),
        new Policy(TuitionWaiver.Code, TuitionWaiver.Decide),
        new Policy(NationalGrant.Code, NationalGrant.Decide),
        new Policy(VocationalWaiver.Code, VocationalWaiver.Decide),
        new Policy(VocationalGrant.Code, VocationalGrant.Decide),
        new Policy(RainAndDew.Code, RainAndDew.Decide),
        new Policy(UniversityAid.Code, UniversityAid.Decide),
        new Policy(FreshmanAid.Code, FreshmanAid.Decide),
        new Policy(SpecialEducationAid.Code, SpecialEducationAid.Decide));
}
