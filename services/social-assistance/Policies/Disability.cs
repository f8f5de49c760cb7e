using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;

namespace Fupin.SocialAssistance.Policies;

/// <summary>How heavy a disability is, by kind and level of the certificate (残疾程度).</summary>
internal static class Disability
{
    /// <summary>Intellectual or mental (精神、智力残疾).</summary>
    public static bool IsOfMind(MemberFacts member) => member.DisabilityType is DisabilityType.Intellectual or DisabilityType.Mental;

    /// <summary>Level 1 or 2 (重度残疾).</summary>
    public static bool IsSevere(MemberFacts member) => member.DisabilityLevel is 1 or 2;

    /// <summary>Level 1 or 2, or level 3 where it is of the mind (重度残疾及三级精神、智力残疾).</summary>
    public static bool NeedsCare(MemberFacts member) => IsSevere(member) || (member.DisabilityLevel == 3 && IsOfMind(member));

    /// <summary>Limbs or mind level 1–2, or blindness level 1–2: those for whom the single household exists (无业重度、精神智障残疾人).</summary>
    public static bool MayFormHousehold(MemberFacts member) =>
        IsSevere(member) && (IsOfMind(member) || member.DisabilityType is DisabilityType.Limbs or DisabilityType.Sight or DisabilityType.Multiple);

    /// <summary>Takes away the ability to work: mind level 1–3, limbs level 1–2, sight level 1.</summary>
    public static bool TakesAbilityToWork(MemberFacts member) => member.DisabilityType switch
    {
        DisabilityType.Intellectual or DisabilityType.Mental => member.DisabilityLevel is >= 1 and <= 3,
        DisabilityType.Limbs or DisabilityType.Multiple => member.DisabilityLevel is 1 or 2,
        DisabilityType.Sight => member.DisabilityLevel is 1,
        _ => false,
    };
}
