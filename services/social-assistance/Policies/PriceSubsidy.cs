using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Allowances;
using Fupin.SocialAssistance.Prices;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The price subsidy (物价临时补贴): when prices rise beyond the trigger, standard × rise for everybody who lives on basic support, and for
/// receivers of veterans' pensions and unemployment benefit. Which rule an index month falls under is decided by its own last day: a single
/// month above the trigger, paid month by month, or several running, paid by the quarter.
/// </summary>
internal static class PriceSubsidy
{
    public const string Code = "B7";

    private const int MonthsOfQuarter = 3;

    private static readonly string[] Quarters = ["Q1", "Q2", "Q3", "Q4"];

    // 依据：facts §3.3 B7（S58）：2016 年 8 月起 CPI 单月同比 3.5% 或食品价格 6% 即启动，按月发放；此前连续三个月，按季发放
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var indices = aidCase.Records.Of<PriceIndex>();
        var recent = 0;
        foreach (var index in indices)
        {
            if (IsRecent(index.Month, aidCase, parameters)) recent++;
        }

        if (recent == 0)
        {
            decisions.Not()?.Line("B7.not.index");
            return;
        }

        var persons = PersonsOf(aidCase, parameters);
        if (persons == 0)
        {
            decisions.Not()?.Line("B7.not.entitled");
            return;
        }

        foreach (var index in indices)
        {
            if (!IsRecent(index.Month, aidCase, parameters)) continue;
            if (!IsQuarterly(index.Month, parameters)) GiveMonth(index, aidCase, persons, parameters, decisions);
            if (index.Month.Month % MonthsOfQuarter == 0) GiveQuarter(index, aidCase, persons, parameters, decisions);
            else if (IsQuarterly(index.Month, parameters)) decisions.Not()?.Line("B7.not.quarter", index.Month);
        }
    }

    private static void GiveMonth(PriceIndex index, AidCase aidCase, int persons, PolicyParameters parameters, Decisions decisions)
    {
        var then = parameters.On(index.Month.Last);
        var period = index.Month.ToString();
        if (!IsTriggered(index.Month, aidCase, parameters))
        {
            decisions.Not()?.Line("B7.index", period, index.Cpi, index.Food).Add(then.Line("B7.cpi")).Add(then.Line("B7.food")).Line("B7.not.trigger");
            return;
        }

        if (aidCase.AlreadyGiven(Code, null, period))
        {
            decisions.Not()?.Line("B7.index", period, index.Cpi, index.Food).Line("B7.not.again");
            return;
        }

        var amount = (then.Money("B1.standard") * persons).Times(index.CpiRise);
        if (amount <= Money.Zero)
        {
            decisions.Not()?.Line("B7.index", period, index.Cpi, index.Food).Line("B7.not.rise");
            return;
        }

        decisions.Give(null, period, AidNature.Cash, amount)?
            .Line("B7.index", period, index.Cpi, index.Food)
            .Add(then.Line("B7.cpi"))
            .Add(then.Line("B7.food"))
            .Add(then.Line("B1.standard"))
            .Line("B7.amount", then.Money("B1.standard"), index.Cpi, persons, amount)
            .Add(then.Line("B7.days"))
            .Line("B7.due", WorkingDaysAfter(index.PublishedOn, then.Number("B7.days")));
    }

    // The months of the quarter that were under the quarterly rule and above the trigger for long enough, together.
    private static void GiveQuarter(PriceIndex last, AidCase aidCase, int persons, PolicyParameters parameters, Decisions decisions)
    {
        var (amount, isQuarterly) = (Money.Zero, false);
        for (var month = last.Month.AddMonths(1 - MonthsOfQuarter); month <= last.Month; month = month.AddMonths(1))
        {
            if (!IsQuarterly(month, parameters)) continue;
            isQuarterly = true;
            if (IsTriggered(month, aidCase, parameters)) amount += AmountOf(month, aidCase, persons, parameters);
        }

        if (!isQuarterly) return;
        var period = QuarterOf(last.Month);
        if (amount <= Money.Zero)
        {
            decisions.Not()?.Line("B7.quarter", period).Line("B7.not.running");
            return;
        }

        if (aidCase.AlreadyGiven(Code, null, period))
        {
            decisions.Not()?.Line("B7.quarter", period).Line("B7.not.again");
            return;
        }

        var trace = decisions.Give(null, period, AidNature.Cash, amount)?.Line("B7.quarter", period);
        if (trace is null) return;
        for (var month = last.Month.AddMonths(1 - MonthsOfQuarter); month <= last.Month; month = month.AddMonths(1))
        {
            if (!IsQuarterly(month, parameters) || !IsTriggered(month, aidCase, parameters) || IndexOf(month, aidCase) is not { } index) continue;
            trace.Line("B7.index", month, index.Cpi, index.Food)
                .Line("B7.amount", parameters.On(month.Last).Money("B1.standard"), index.Cpi, persons, AmountOf(month, aidCase, persons, parameters));
        }

        trace.Line("B7.sum", amount);
    }

    // An index of a month is known after it; one that was entered late is not lost.
    private static bool IsRecent(AidMonth month, AidCase aidCase, PolicyParameters parameters) =>
        month < aidCase.Month && month >= aidCase.Month.AddMonths(-parameters.Number("B7.reach"));

    private static bool IsQuarterly(AidMonth month, PolicyParameters parameters) => parameters.On(month.Last).Number("B7.running") > 1;

    // Above the trigger itself, and as many months before it as its rule asks for.
    private static bool IsTriggered(AidMonth month, AidCase aidCase, PolicyParameters parameters)
    {
        var then = parameters.On(month.Last);
        for (var back = 0; back < then.Number("B7.running"); back++)
        {
            if (IndexOf(month.AddMonths(-back), aidCase) is not { } index) return false;
            if (index.CpiRise < then.Ratio("B7.cpi") && index.FoodRise < then.Ratio("B7.food")) return false;
        }

        return true;
    }

    private static Money AmountOf(AidMonth month, AidCase aidCase, int persons, PolicyParameters parameters) =>
        (parameters.On(month.Last).Money("B1.standard") * persons).Times(Math.Max(0, IndexOf(month, aidCase)!.CpiRise));

    private static PriceIndex? IndexOf(AidMonth month, AidCase aidCase)
    {
        foreach (var index in aidCase.Records.Of<PriceIndex>())
        {
            if (index.Month == month) return index;
        }

        return null;
    }

    // Everybody once: who lives on basic support, and who receives one of the allowances that bring the subsidy with them.
    private static int PersonsOf(AidCase aidCase, PolicyParameters parameters)
    {
        var life = Livelihood.Of(aidCase, parameters);
        var persons = life.OnSupport;
        foreach (var member in aidCase.Members)
        {
            if (!life.IsOnSupport(member) && HasAllowance(aidCase, member.MemberId)) persons++;
        }

        return persons;
    }

    private static bool HasAllowance(AidCase aidCase, Guid memberId)
    {
        foreach (var allowance in aidCase.Records.Of<OtherAllowance>())
        {
            if (allowance.MemberId == memberId && allowance.Kind is (AllowanceKind.Veteran or AllowanceKind.Unemployment) && allowance.IsPaidIn(aidCase.Month)) return true;
        }

        return false;
    }

    private static string QuarterOf(AidMonth month) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{month.Year}-{Quarters[(month.Month - 1) / MonthsOfQuarter]}");

    // Saturdays and Sundays left out; which holidays a year has is not known here, so that the day named may come a little early.
    private static DateOnly WorkingDaysAfter(DateOnly day, int days)
    {
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return day;
    }
}
