using Fupin.Aid.Policies;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Allowances;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// Who of a household lives on which basic support in a month (基本生活救助身份): extremely poor, a household alone, or the family. A person
/// is one of the three only, so that nobody is counted twice.
/// </summary>
internal readonly ref struct Livelihood
{
    private readonly AidCase aidCase;
    private readonly MeansTest whole;
    private readonly bool isFound;

    private Livelihood(AidCase aidCase, PolicyParameters parameters)
    {
        (this.aidCase, Terms, whole) = (aidCase, LivingTerms.Of(parameters), MeansTest.Of(aidCase));
        Family = whole;
        IsConfirmed = aidCase.Facts.Attribute == HouseholdAttribute.ExtremelyPoor;
        isFound = !IsConfirmed && WhyNotSupported() is null;
        Persons = aidCase.Members.Length;
        foreach (var member in aidCase.Members)
        {
            if (!IsSingle(member)) continue;
            Persons--;
            if (Persons > 0) Family = Family.Without(YearlyInSheet(member));
        }
    }

    public static Livelihood Of(AidCase aidCase, PolicyParameters parameters) => new(aidCase, parameters);

    public LivingTerms Terms { get; }

    /// <summary>The income of the family, whoever is a household alone left out.</summary>
    public MeansTest Family { get; }

    /// <summary>How many the family counts (家庭人口), whoever is a household alone left out.</summary>
    public int Persons { get; }

    /// <summary>Whether the register says that the household is extremely poor.</summary>
    public bool IsConfirmed { get; }

    /// <summary>Whether the family's income is below the standard for each.</summary>
    public bool IsFamilyPoor => Persons > 0 && Family.IsBelow(Terms.Standard, Persons);

    /// <summary>How many live on some basic support (低保、特困供养人数).</summary>
    public int OnSupport
    {
        get
        {
            var count = 0;
            foreach (var member in aidCase.Members)
            {
                if (IsOnSupport(member)) count++;
            }

            return count;
        }
    }

    /// <summary>Whether a member lives on some basic support, of whichever kind.</summary>
    public bool IsOnSupport(MemberFacts member) =>
        IsSingle(member) ? IncomeOf(member).IsBelow(Terms.Standard, 1) : IsConfirmed || IsFamilyPoor;

    /// <summary>Whether a member is supported as extremely poor (特困供养).</summary>
    public bool IsSupported(MemberFacts member) => IsConfirmed || (isFound && CannotWork(member));

    /// <summary>Whether a member forms a household alone (单人立户).</summary>
    public bool IsSingle(MemberFacts member) => WhyNotSingle(member) is null;

    /// <summary>The first condition that a member fails for being a household alone; null when it is one.</summary>
    public string? WhyNotSingle(MemberFacts member)
    {
        if (MayNotBeSingle(member) is { } failed) return failed;
        return IsSupported(member) ? "B2.not.supported" : null;
    }

    /// <summary>The first condition that the household fails for being supported as extremely poor; null when it is, or the register says so.</summary>
    public string? WhyNotSupported()
    {
        if (IsConfirmed) return null;
        // Whoever was entered as a household alone has people who must support him; that is why he was.
        if (aidCase.Facts.Attribute == HouseholdAttribute.DisabledSingle) return "B3.not.single";
        // 依据：特困人员认定（facts §3.3 B3）：基础养老金、基本医保、优抚、高龄补贴不计入收入
        if (!whole.HasNothingBeside(aidCase.Facts.Income.Transfers.GetValueOrDefault(TransferItem.Pension))) return "B3.not.income";
        var supported = 0;
        foreach (var member in aidCase.Members)
        {
            if (CannotWork(member)) supported++;
            else if (MayNotBeSingle(member) is not null) return "B3.not.ability";
        }

        return supported > 0 ? null : "B3.not.ability";
    }

    /// <summary>The income against which a household alone is measured: in a family only what the person has, never the parents' (父母收入不计).</summary>
    public MeansTest IncomeOf(MemberFacts single) => aidCase.Members.Length == 1 ? whole : MeansTest.OfMonth(PensionOf(single));

    /// <summary>The first condition that a member fails by itself, whatever the rest of the household is.</summary>
    private string? MayNotBeSingle(MemberFacts member)
    {
        var facts = aidCase.Facts;
        if (facts.Attribute == HouseholdAttribute.ExtremelyPoor) return "B2.not.supported";
        if (!Disability.Of(aidCase, member).MayFormHousehold(Terms.IsMind3Covered)) return "B2.not.person";
        if (!member.Age.AtLeast(Terms.SingleAge)) return "B2.not.age";
        if (member.Wage > Money.Zero || member.WorkMonths > 0) return "B2.not.work";
        if (facts.Members.Count == 1) return facts.Attribute == HouseholdAttribute.DisabledSingle ? null : "B2.not.alone";
        if (!Terms.IsFamilyCovered) return "B2.not.family";
        return IsPaidForWork(member) ? "B2.not.work" : null;
    }

    private bool CannotWork(MemberFacts member) =>
        member.Age.AtLeast(Terms.SupportOld)
        || member.Age.Under(Terms.SupportMinor)
        || member.LabourAbility is LabourAbility.Lost or LabourAbility.None
        || Disability.Of(aidCase, member).TakesAbilityToWork;

    // What counts in the means test and is granted to a person comes with work: a public post, an own business.
    private bool IsPaidForWork(MemberFacts member)
    {
        for (var index = 0; index < aidCase.Counted.Count; index++)
        {
            var counted = aidCase.Counted[index];
            if (counted.View == IncomeView.MeansTest && counted.MemberId == member.MemberId) return true;
        }

        return false;
    }

    // 依据：facts §2.2：养老金计入低保核算收入，优抚、计生奖扶、高龄补贴不计
    private Money PensionOf(MemberFacts member)
    {
        OtherAllowance? latest = null;
        foreach (var allowance in aidCase.Records.Of<OtherAllowance>())
        {
            if (allowance.Kind != AllowanceKind.Pension || allowance.MemberId != member.MemberId || !allowance.IsPaidIn(aidCase.Month)) continue;
            if (latest is null || allowance.From > latest.From) latest = allowance;
        }

        return latest?.Monthly ?? Money.Zero;
    }

    // The sheet has the household's pensions in one sum, so that no more than that can be this person's.
    private Money YearlyInSheet(MemberFacts member) =>
        Money.Min(PensionOf(member) * MeansTest.MonthsOfYear, aidCase.Facts.Income.Transfers.GetValueOrDefault(TransferItem.Pension));
}
