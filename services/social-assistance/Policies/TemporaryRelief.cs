using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Insurance;
using Fupin.SocialAssistance.Relief;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// Temporary relief (临时救助): so many times the standard for each whom it struck, by cause; not above what it costs after the insurer paid,
/// not above the year's limit, and not oftener than so many times a year for one cause. After insurance and medical aid it comes by the
/// claim: stacking nets the payers of a settlement off in their order.
/// </summary>
internal static class TemporaryRelief
{
    public const string Code = "B6";

    // 依据：facts §3.3 B6：k × 标准 × 人口，k 1–6，年度封顶，每年同一原因不超过两次，先行救助
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var kept = aidCase.Records.Of<ReliefApplication>();
        if (kept.IsEmpty)
        {
            decisions.Not()?.Line("B6.not.application");
            return;
        }

        // In the order in which they were made, whatever the order in which they are kept; few households have any.
        var applications = kept.ToArray();
        Array.Sort(applications, static (one, other) => (one.On, one.Number).CompareTo((other.On, other.Number)));
        var given = new Money[applications.Length];
        for (var index = 0; index < applications.Length; index++)
        {
            var application = applications[index];
            given[index] = GivenEarlier(application, aidCase);
            if (WhyNot(aidCase, applications, given, index, parameters) is { } failed)
            {
                decisions.Not()?.Line("B6.application", application.Number).Line(failed);
                continue;
            }

            given[index] = Give(aidCase, application, SpentIn(application.On.Year, applications, given), parameters, decisions);
        }
    }

    private static string? WhyNot(AidCase aidCase, ReliefApplication[] applications, Money[] given, int at, PolicyParameters parameters)
    {
        var application = applications[at];
        var month = AidMonth.Of(application.On);
        // An application that was entered late is not lost, but an old one does not come up again either.
        if (month > aidCase.Month || month < aidCase.Month.AddMonths(-parameters.Number("B6.reach"))) return "B6.not.month";
        if (given[at] > Money.Zero) return "B6.not.again";
        if (!application.IsEmergency && application.VerifiedOn is null) return "B6.not.verified";
        var times = 0;
        for (var before = 0; before < at; before++)
        {
            if (given[before] == Money.Zero) continue;
            if (applications[before].Claim == application.Claim) return "B6.not.again";
            if (applications[before].Cause == application.Cause && applications[before].On.Year == application.On.Year) times++;
        }

        return times >= parameters.Number("B6.most") ? "B6.not.often" : null;
    }

    private static Money Give(AidCase aidCase, ReliefApplication application, Money spent, PolicyParameters parameters, Decisions decisions)
    {
        var (standard, persons) = (parameters.Money("B1.standard"), Math.Min(application.Persons ?? aidCase.Members.Length, aidCase.Members.Length));
        var times = application.Times ?? parameters.Number(TimesOf(application.Cause));
        var computed = standard * (times * persons);
        var left = Money.Max(Money.Zero, parameters.Money("B6.cap") - spent);
        var insured = application.Cost is null ? Money.Zero : InsuredOf(application, aidCase);
        var uncovered = application.Cost is { } cost ? Money.Max(Money.Zero, cost - insured) : computed;
        var amount = Money.Min(computed, Money.Min(left, uncovered));
        if (amount == Money.Zero)
        {
            decisions.Not()?.Line("B6.application", application.Number).Line(uncovered == Money.Zero ? "B6.not.insured" : "B6.not.cap");
            return amount;
        }

        var trace = decisions.Give(null, AidMonth.Of(application.On).ToString(), AidNature.Cash, amount, application.Claim, application.Cost);
        if (trace is null) return amount;
        trace.Line("B6.application", application.Number).Parameter("B1.standard");
        _ = application.Times is null ? trace.Parameter(TimesOf(application.Cause)) : trace.Line("B6.times", times);
        trace.Line("B6.computed", standard, times, persons, computed);
        if (application.Cost is { } whole) trace.Line("B6.cost", whole, insured, uncovered);
        if (left < computed) trace.Parameter("B6.cap").Line("B6.left", left);
        if (application.SettlementNo is not null) trace.Line("B6.after");
        if (application is { IsEmergency: true, VerifiedOn: null }) trace.Line("B6.first");
        trace.Parameter("B6.town").Line(amount <= parameters.Money("B6.town") ? "B6.byTown" : "B6.byDistrict").Line("B6.amount", amount);
        return amount;
    }

    private static Money GivenEarlier(ReliefApplication application, AidCase aidCase)
    {
        foreach (var item in aidCase.Earlier)
        {
            if (item.Policy == Code && item.Claim == application.Claim) return item.Amount;
        }

        return Money.Zero;
    }

    private static Money SpentIn(int year, ReliefApplication[] applications, Money[] given)
    {
        var spent = Money.Zero;
        for (var index = 0; index < applications.Length; index++)
        {
            if (applications[index].On.Year == year) spent += given[index];
        }

        return spent;
    }

    private static Money InsuredOf(ReliefApplication application, AidCase aidCase)
    {
        var paid = Money.Zero;
        foreach (var payout in aidCase.Records.Of<InsurancePayout>())
        {
            if (payout.About is { } about && (about == application.Claim || about == application.Number)) paid += payout.Amount;
        }

        return paid;
    }

    private static string TimesOf(ReliefCause cause) => cause switch
    {
        ReliefCause.Disaster => "B6.times.disaster",
        ReliefCause.Accident => "B6.times.accident",
        ReliefCause.SuddenIllness => "B6.times.suddenIllness",
        ReliefCause.MedicalCost => "B6.times.medicalCost",
        ReliefCause.SchoolingCost => "B6.times.schoolingCost",
        _ => "B6.times.other",
    };
}
