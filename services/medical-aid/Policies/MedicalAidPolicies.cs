using Fupin.Aid.Policies;

namespace Fupin.MedicalAid.Policies;

/// <summary>The policies of the department (医疗保障政策): the layers in the order in which they pay, then what stands beside them.</summary>
internal static class MedicalAidPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "medical-aid",
        typeof(MedicalAidPolicies).Assembly,
        new Policy(BasicInsurance.Code, BasicInsurance.Decide),
        new Policy(SeriousIllnessInsurance.Code, SeriousIllnessInsurance.Decide),
        new Policy(SupplementaryInsurance.Code, SupplementaryInsurance.Decide),
        new Policy(MedicalRelief.Code, MedicalRelief.Decide),
        new Policy(ChildrenProgram.Code, ChildrenProgram.Decide),
        new Policy(InsurancePremium.Code, InsurancePremium.Decide),
        new Policy(RehabilitationService.Code, RehabilitationService.Decide));
}
