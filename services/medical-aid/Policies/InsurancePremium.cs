using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Premiums;

namespace Fupin.MedicalAid.Policies;

/// <summary>The medical insurance premium of low-income people, paid by the government (政府代缴医保费): once a year and person.</summary>
internal static class InsurancePremium
{
    public const string Code = "M6";

    // 依据：武发[2016]68号 三(六)：通过政府帮助投保，提高低收入家庭抗风险能力
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var listings = aidCase.Records.Of<PremiumListing>();
        if (listings.IsEmpty) decisions.Not()?.Line("M6.not.listed");
        foreach (var listing in listings) Decide(listing, aidCase, parameters, decisions);
    }

    private static void Decide(PremiumListing listing, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (AidMonth.Of(listing.EnteredOn) is var month && month != aidCase.Month)
        {
            decisions.Not(listing.MemberId)?.Line("M6.not.month", month);
            return;
        }

        if (listing.Scheme == InsuranceScheme.Employee)
        {
            decisions.Not(listing.MemberId)?.Line("M6.not.employee");
            return;
        }

        if (listing.Premium <= Money.Zero)
        {
            decisions.Not(listing.MemberId)?.Line("M6.not.premium");
            return;
        }

        // The standard is that of the year insured, which may be the one to come.
        var year = parameters.On(new DateOnly(listing.Year, 1, 1));
        if (year.Find("M6.standard") is not { } standard)
        {
            decisions.Not(listing.MemberId)?.Line("M6.not.year", listing.Year);
            return;
        }

        var amount = Money.Min(listing.Premium, standard.AsMoney());
        var period = listing.Year.ToString("0000", CultureInfo.InvariantCulture);
        decisions.Give(listing.MemberId, period, AidNature.Waiver, amount)?
            .Line("M6.listed", listing.Year, listing.Premium)
            .Add(standard.Line)
            .Line("M6.smaller", amount);
    }
}
