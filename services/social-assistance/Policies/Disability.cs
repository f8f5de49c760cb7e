using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.SocialAssistance.Certificates;

namespace Fupin.SocialAssistance.Policies;

/// <summary>How heavy a member's disability is, by kind and level of the certificate (残疾程度).</summary>
/// <param name="Type">The kind; null without a valid certificate.</param>
/// <param name="Level">The level, 1 heaviest to 4; null without a valid certificate.</param>
internal readonly record struct Disability(DisabilityType? Type, int? Level)
{
    /// <summary>
    /// The disability of a member in the month of a case. The federation's own record counts before what registration was told: of several
    /// the one issued last, and when that is no longer valid there is none.
    /// </summary>
    public static Disability Of(AidCase aidCase, MemberFacts member)
    {
        DisabilityRecord? latest = null;
        foreach (var record in aidCase.Records.Of<DisabilityRecord>())
        {
            if (record.MemberId != member.MemberId || record.ValidFrom > aidCase.Month.Last) continue;
            if (latest is null || record.ValidFrom > latest.ValidFrom) latest = record;
        }

        if (latest is null) return new Disability(member.DisabilityType, member.DisabilityLevel);
        return latest.ValidTo < aidCase.Month.First ? default : new Disability(latest.Type, latest.Level);
    }

    /// <summary>Intellectual or mental (精神、智力残疾).</summary>
    public bool IsOfMind => Type is DisabilityType.Intellectual or DisabilityType.Mental;

    /// <summary>Level 1 or 2 (重度残疾).</summary>
    public bool IsSevere => Level is 1 or 2;

    /// <summary>Level 1 or 2, or level 3 where it is of the mind (重度残疾及三级精神、智力残疾).</summary>
    public bool NeedsCare => IsSevere || (Level == 3 && IsOfMind);

    /// <summary>Limbs or mind level 1–2, or blindness level 1–2: those for whom the single household exists; level 3 of the mind where the rule has come to it.</summary>
    public bool MayFormHousehold(bool withMind3) => IsOfMind
        ? IsSevere || (withMind3 && Level == 3)
        : IsSevere && (Type is DisabilityType.Limbs or DisabilityType.Sight or DisabilityType.Multiple);

    /// <summary>Takes away the ability to work: mind level 1–3, limbs level 1–2, sight level 1.</summary>
    public bool TakesAbilityToWork => Type switch
    {
        DisabilityType.Intellectual or DisabilityType.Mental => Level is >= 1 and <= 3,
        DisabilityType.Limbs or DisabilityType.Multiple => IsSevere,
        DisabilityType.Sight => Level is 1,
        _ => false,
    };
}
