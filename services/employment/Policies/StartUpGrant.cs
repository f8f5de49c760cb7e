using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Businesses;

namespace Fupin.Employment.Policies;

/// <summary>A grant, once, to who starts a first business and keeps it running (创业补贴); it counts as income.</summary>
internal static class StartUpGrant
{
    public const string Code = "J3";

    // 依据：武发[2016]68号 四(三)(2)：给予创业补贴
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var businesses = aidCase.Records.Of<Business>();
        if (businesses.IsEmpty)
        {
            decisions.Not()?.Line("J3.not.business");
            return;
        }

        foreach (var business in businesses)
        {
            if (aidCase.Find(business.MemberId) is null)
            {
                decisions.Not(business.MemberId)?.Line("J3.not.member", business.Name);
            }
            else if (!business.IsFirst || IsLater(business, businesses))
            {
                decisions.Not(business.MemberId)?.Line("J3.not.first", business.Name);
            }
            else if (parameters.On(business.OpenedOn).Find("J3.amount") is null)
            {
                decisions.Not(business.MemberId)?.Line("J3.not.before", business.OpenedOn.ToString("yyyy-MM-dd"));
            }
            else if (aidCase.EverGiven(Code, business.MemberId))
            {
                decisions.Not(business.MemberId)?.Line("J3.not.again");
            }
            else
            {
                Grant(business, aidCase, parameters, decisions);
            }
        }
    }

    private static void Grant(Business business, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var months = parameters.Number("J3.months");
        var done = business.OpenedOn.AddMonths(months).AddDays(-1);
        if (done > aidCase.Month.Last)
        {
            decisions.Not(business.MemberId)?.Line("J3.not.months", business.Name, business.OpenedOn.ToString("yyyy-MM-dd"), months);
            return;
        }

        if (business.ClosedOn <= done)
        {
            decisions.Not(business.MemberId)?.Line("J3.not.closed", business.Name, business.ClosedOn.Value.ToString("yyyy-MM-dd"), months);
            return;
        }

        var amount = parameters.Money("J3.amount");
        decisions.Give(business.MemberId, AidMonth.Of(done).ToString(), AidNature.Cash, amount, business.LicenceNo)?
            .Line("J3.business", business.Name, business.LicenceNo, business.OpenedOn.ToString("yyyy-MM-dd"))
            .Parameter("J3.months")
            .Line("J3.done", done.ToString("yyyy-MM-dd"), months)
            .Parameter("J3.amount")
            .Line("J3.once", amount);
    }

    // Whatever the licence says: a business that this person opened before on our own records was the first.
    private static bool IsLater(Business business, ReadOnlySpan<Business> businesses)
    {
        foreach (var other in businesses)
        {
            if (other.MemberId == business.MemberId && Business.Earlier(other, business) < 0) return true;
        }

        return false;
    }
}
