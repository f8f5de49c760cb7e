using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Industry;

namespace Fupin.Employment.Policies;

/// <summary>
/// What an agreement with an enterprise, a shop on the net or a tourism project brings a household in a year (产业带动). The project pays it, not
/// the government: it is on the account as a service, and counts as income.
/// </summary>
internal static class IndustryBenefit
{
    public const string Code = "J9";

    // 依据：武发[2016]68号 三(四)：龙头企业＋基地＋农户，建立利益联结机制
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var agreements = aidCase.Records.Of<IndustryAgreement>();
        if (agreements.IsEmpty)
        {
            decisions.Not()?.Line("J9.not.agreement");
            return;
        }

        var benefits = aidCase.Records.Of<AgreementBenefit>().InOrder(AgreementBenefit.Earlier);
        if (benefits.IsEmpty) decisions.Not()?.Line("J9.not.benefit");
        foreach (var benefit in benefits)
        {
            if (AgreementOf(benefit, agreements) is not { } agreement || !agreement.Covers(benefit.Year))
            {
                decisions.Not()?.Line("J9.not.covered", benefit.AgreementNo, benefit.Year);
            }
            else if (benefit.PaidOn is not { } paid || paid > aidCase.Month.Last)
            {
                decisions.Not()?.Line("J9.not.paid", benefit.AgreementNo, benefit.Year, benefit.Amount);
            }
            else if (AidMonth.Of(paid).AddMonths(parameters.Number("J9.claimMonths")) <= aidCase.Month)
            {
                decisions.Not()?.Line("J9.not.late", benefit.AgreementNo, benefit.Year, parameters.Number("J9.claimMonths"));
            }
            else if (aidCase.AlreadyGiven(Code, null, Period(benefit.Year), benefit.AgreementNo))
            {
                decisions.Not()?.Line("J9.not.again", benefit.AgreementNo, benefit.Year);
            }
            else
            {
                decisions.Give(null, Period(benefit.Year), AidNature.Service, benefit.Amount, benefit.AgreementNo)?
                    .Line(TextOf(agreement.Project), agreement.RunBy, agreement.AgreementNo, agreement.From.ToString("yyyy-MM-dd"))
                    .Line(TextOf(agreement.Link))
                    .Line("J9.benefit", benefit.Year, benefit.Amount, paid.ToString("yyyy-MM-dd"));
            }
        }
    }

    private static IndustryAgreement? AgreementOf(AgreementBenefit benefit, ReadOnlySpan<IndustryAgreement> agreements)
    {
        foreach (var agreement in agreements)
        {
            if (agreement.AgreementNo == benefit.AgreementNo) return agreement;
        }

        return null;
    }

    private static string Period(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string TextOf(IndustryKind project) => project switch
    {
        IndustryKind.Enterprise => "J9.enterprise",
        IndustryKind.ECommerce => "J9.eCommerce",
        _ => "J9.tourism",
    };

    private static string TextOf(BenefitLink link) => link switch
    {
        BenefitLink.Dividend => "J9.dividend",
        BenefitLink.Rent => "J9.rent",
        BenefitLink.Employment => "J9.employment",
        _ => "J9.contractGrowing",
    };
}
