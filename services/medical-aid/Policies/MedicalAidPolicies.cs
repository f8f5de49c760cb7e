using Fupin.Aid.Policies;

namespace Fupin.MedicalAid.Policies;

/// <summary>The layers of the one-stop sequence as policies (医疗保障政策), in the order in which they pay.</summary>
internal static class MedicalAidPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "medical-aid",
        typeof(MedicalAidPolicies).Assembly,
        new Policy(BasicInsurance.Code, BasicInsurance.Decide),
        new Policy(SeriousIllnessInsurance.Code, SeriousIllnessInsurance.Decide),
        new Policy(SupplementaryInsurance.Code, SupplementaryInsurance.Decide),
        new Policy(MedicalRelief.Code, MedicalRelief.Decide));
}
