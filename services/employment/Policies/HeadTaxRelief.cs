using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Businesses;
using Fupin.Employment.Employers;

namespace Fupin.Employment.Policies;

/// <summary>
/// The tax relief by head of <see cref="HiringIncentive"/> (按人定额税收减免), for employers and for who works for himself. It is settled in the first
/// months of the next year and shown as a value: nobody is paid it.
/// </summary>
internal static class HeadTaxRelief
{
    // 依据：facts §3.2 J5(c)（S52c）：每人每年 4000 元，可上浮 30%，三年；已享受其他按人头税收优惠的不重复
    public static void OfEmployer(Guid worker, InsuredEmployment work, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (YearOf(aidCase, parameters) is not { } year || parameters.On(new DateOnly(year, 12, 31)) is var values && values.Find("J5.tax") is null) return;
        var (used, most) = (work.MonthsBefore(worker, new AidMonth(year, 1)), values.Number("J5.taxMonths"));
        var (months, contract) = MonthsIn(year, worker, work, most - used);
        if (contract is null) return;
        var period = Period(year);
        if (months == 0)
        {
            decisions.Not(worker)?.Line("J5.not.used", used, most);
        }
        else if (contract.HasOtherRelief)
        {
            decisions.Not(worker)?.Line("J5.not.relief", contract.Employer);
        }
        else if (aidCase.AlreadyGiven(HiringIncentive.Code, worker, period, contract.Claim()))
        {
            decisions.Not(worker)?.Line("J5.not.again", period);
        }
        else
        {
            var amount = Part(values.Money("J5.tax"), values.Ratio("J5.taxFloat"), months);
            decisions.Give(worker, period, AidNature.Waiver, amount, contract.Claim())?
                .Line("J5.contract", contract.Employer, contract.ContractNo, contract.From.ToString("yyyy-MM-dd"))
                .Line("J5.used", used, most)
                .Add(values.Line("J5.tax"))
                .Add(values.Line("J5.taxFloat"))
                .Line("J5.relief", year, months, amount);
        }
    }

    // 依据：facts §3.2 J5(c)（S52c）：从事个体经营的每户每年 8000 元，可上浮 20% — once for a household, however many businesses it has
    public static void OfSelfEmployed(ReadOnlySpan<Business> inOrder, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var given = false;
        foreach (var business in inOrder)
        {
            var owner = business.MemberId;
            if (aidCase.Find(owner) is null)
            {
                decisions.Not(owner)?.Line("J3.not.member", business.Name);
            }
            else if (!business.IsSelfEmployed)
            {
                decisions.Not(owner)?.Line("J5.not.self", business.Name);
            }
            else if (YearOf(aidCase, parameters) is not { } year || parameters.On(new DateOnly(year, 12, 31)) is var values && values.Find("J5.self") is null)
            {
                decisions.Not(owner)?.Line("J5.not.season", parameters.Number("J5.claimMonths"));
            }
            else if (MonthsIn(year, business, values.Number("J5.selfMonths")) is var months && months == 0)
            {
                decisions.Not(owner)?.Line("J5.not.selfMonths", business.Name, year, values.Number("J5.selfMonths"));
            }
            else if (given || WasRelieved(inOrder, aidCase, Period(year)))
            {
                decisions.Not(owner)?.Line("J5.not.again", Period(year));
            }
            else
            {
                given = true;
                var amount = Part(values.Money("J5.self"), values.Ratio("J5.selfFloat"), months);
                decisions.Give(owner, Period(year), AidNature.Waiver, amount, business.LicenceNo)?
                    .Line("J5.business", business.Name, business.LicenceNo, business.OpenedOn.ToString("yyyy-MM-dd"))
                    .Add(values.Line("J5.self"))
                    .Add(values.Line("J5.selfFloat"))
                    .Line("J5.relief", year, months, amount);
            }
        }
    }

    private static bool WasRelieved(ReadOnlySpan<Business> businesses, AidCase aidCase, string year)
    {
        foreach (var business in businesses)
        {
            if (aidCase.AlreadyGiven(HiringIncentive.Code, business.MemberId, year, business.LicenceNo)) return true;
        }

        return false;
    }

    // The year that is settled now.
    private static int? YearOf(AidCase aidCase, PolicyParameters parameters) =>
        aidCase.Month.Month <= parameters.Number("J5.claimMonths") ? aidCase.Month.Year - 1 : null;

    private static string Period(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static Money Part(Money standard, int floated, int months) =>
        new((long)Math.Round((decimal)(standard + standard.Times(floated)).Fen * months / 12m, MidpointRounding.AwayFromZero));

    // The insured months of a year with the first employer in it, as many as are left.
    private static (int Months, EmploymentContract? Contract) MonthsIn(int year, Guid worker, InsuredEmployment work, int left)
    {
        var (months, contract) = (0, (EmploymentContract?)null);
        for (var month = new AidMonth(year, 1); month.Year == year; month = month.AddMonths(1))
        {
            if (work.InsuredIn(worker, month) is not { } counted) continue;
            contract ??= counted;
            if (counted == contract && months < left) months++;
        }

        return (months, contract);
    }

    // A month counts where the business ran on a day of it; only the first so many months of a business do.
    private static int MonthsIn(int year, Business business, int most)
    {
        var (first, last) = (AidMonth.Of(business.OpenedOn), AidMonth.Of(business.OpenedOn).AddMonths(most - 1));
        if (business.ClosedOn is { } closed && AidMonth.Of(closed) < last) last = AidMonth.Of(closed);
        if (first.Year < year) first = new AidMonth(year, 1);
        if (last.Year > year) last = new AidMonth(year, 12);
        return Math.Max(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1);
    }
}
