using Fupin.Aid.Policies;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Policies;

/// <summary>What decides on who lives on which basic support (基本生活救助标准), read out of the parameters once for all households.</summary>
/// <param name="Standard">The minimum standard for a person and month (低保标准).</param>
/// <param name="Unit">Allowances are rounded up to this.</param>
/// <param name="Least">The least that a family is paid.</param>
/// <param name="UpliftOld">From which age a member has the uplift of old people.</param>
/// <param name="UpliftMinor">Below which age a member has the uplift of minors.</param>
/// <param name="IsFamilyCovered">Whether a disabled member forms a household alone within a family too (家庭中的残疾人单人立户).</param>
/// <param name="IsMind3Covered">Whether level 3 of the mind may (三级智力、精神残疾).</param>
/// <param name="SingleAge">From which age one may.</param>
/// <param name="SupportOld">From which age nobody can be asked to work.</param>
/// <param name="SupportMinor">Below which age nobody can be.</param>
internal sealed record LivingTerms(
    Money Standard, Money Unit, Money Least, int UpliftOld, int UpliftMinor, bool IsFamilyCovered, bool IsMind3Covered, int SingleAge, int SupportOld,
    int SupportMinor)
{
    public static LivingTerms Of(PolicyParameters parameters) => parameters.Derived(static given => new LivingTerms(
        given.Money("B1.standard"), given.Money("B1.unit"), given.Money("B1.least"), given.Number("B1.old"), given.Number("B1.minor"),
        given.Number("B2.family") == 1, given.Number("B2.mind3") == 1, given.Number("B2.age"), given.Number("B3.old"), given.Number("B3.minor")));
}
