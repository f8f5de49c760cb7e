using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Insurance;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// Insurance that the government buys for a household or a person (政府投保): the premium, up to what the government pays for a risk; one policy
/// for each risk and year, and none where there is one of the same kind already.
/// </summary>
internal static class GovernmentInsurance
{
    public const string Code = "B10";

    // 依据：武发[2016]68号 三(六)：政府为低收入农户投保农业、家庭财产、人身意外险；facts §3.3 B10（S89）
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var ofPersons = aidCase.Records.Of<PersonInsurance>();
        var ofHousehold = aidCase.Records.Of<HouseholdInsurance>();
        if (ofPersons.IsEmpty && ofHousehold.IsEmpty)
        {
            decisions.Not()?.Line("B10.not.policy");
            return;
        }

        foreach (var policy in ofPersons) Decide(policy, ofPersons, aidCase, parameters, decisions);
        foreach (var policy in ofHousehold) Decide(policy, ofHousehold, aidCase, parameters, decisions);
    }

    private static void Decide<TInsurance>(TInsurance policy, ReadOnlySpan<TInsurance> all, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
        where TInsurance : IInsurance
    {
        if (policy.Insured is { } person && aidCase.Find(person) is null)
        {
            decisions.Not()?.Line("B10.not.here");
            return;
        }

        if (policy.Payer != Payer.Government)
        {
            decisions.Not(policy.Insured)?.Line(TextOf(policy.Risk), policy.From, policy.To).Line("B10.not.government");
            return;
        }

        var month = AidMonth.Of(policy.From);
        var (period, claim) = (policy.From.Year.ToString(CultureInfo.InvariantCulture), ClaimOf(policy));
        if (month > aidCase.Month || month < aidCase.Month.AddMonths(-parameters.Number("B10.reach")))
        {
            decisions.Not(policy.Insured)?.Line(TextOf(policy.Risk), policy.From, policy.To).Line("B10.not.month");
        }
        else if (aidCase.AlreadyGiven(Code, policy.Insured, period, claim) || Before(policy, all) is not null)
        {
            decisions.Not(policy.Insured)?.Line(TextOf(policy.Risk), policy.From, policy.To).Line("B10.not.insured", period);
        }
        else
        {
            var standard = StandardOf(policy.Risk);
            var amount = Money.Min(policy.Premium, parameters.Money(standard));
            decisions.Give(policy.Insured, period, AidNature.Reimbursement, amount, claim)?
                .Line(TextOf(policy.Risk), policy.From, policy.To)
                .Line("B10.premium", policy.Insurer, policy.Premium)
                .Parameter(standard)
                .Line("B10.amount", amount);
        }
    }

    // One of the same kind that comes first: somebody else's that covers the same days, or an earlier one of the government's for the same year.
    private static IInsurance? Before<TInsurance>(TInsurance policy, ReadOnlySpan<TInsurance> all)
        where TInsurance : IInsurance
    {
        foreach (var other in all)
        {
            if (other.Risk != policy.Risk || other.Insured != policy.Insured || other.PolicyNo == policy.PolicyNo) continue;
            var overlaps = other.From <= policy.To && other.To >= policy.From;
            if (other.Payer != Payer.Government)
            {
                if (overlaps) return other;
                continue;
            }

            var isFirst = other.From < policy.From || (other.From == policy.From && string.CompareOrdinal(other.PolicyNo, policy.PolicyNo) < 0);
            if (isFirst && (overlaps || other.From.Year == policy.From.Year)) return other;
        }

        return null;
    }

    // The kind of risk, and whose it is where it is a person's: two of one family may both be insured against accidents.
    private static string ClaimOf(IInsurance policy)
    {
        var risk = policy.Risk switch { Risk.Accident => "accident", Risk.Health => "health", Risk.Property => "property", _ => "farming" };
        return policy.Insured is { } person ? $"{risk}-{person:N}" : risk;
    }

    private static string TextOf(Risk risk) => risk switch
    {
        Risk.Accident => "B10.risk.accident",
        Risk.Health => "B10.risk.health",
        Risk.Property => "B10.risk.property",
        _ => "B10.risk.farming",
    };

    private static string StandardOf(Risk risk) => risk switch
    {
        Risk.Accident => "B10.accident",
        Risk.Health => "B10.health",
        Risk.Property => "B10.property",
        _ => "B10.farming",
    };
}
