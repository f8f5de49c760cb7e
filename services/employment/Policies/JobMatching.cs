using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Matching;

namespace Fupin.Employment.Policies;

/// <summary>
/// Bringing people and jobs together (劳务对接). The seed names no money for it: while the fee stands at zero, this policy only says how far each
/// member has come. A fee that the district sets is paid to whoever found the job, once the worker has stayed.
/// </summary>
internal static class JobMatching
{
    public const string Code = "J8";

    // 依据：武发[2016]68号 三(五)：组建村级劳务合作社，按能力和距离对接岗位
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var matches = aidCase.Records.Of<JobMatch>();
        if (matches.IsEmpty)
        {
            decisions.Not()?.Line("J8.not.lead");
            return;
        }

        foreach (var match in matches)
        {
            if (aidCase.Find(match.MemberId) is null)
            {
                decisions.Not(match.MemberId)?.Line("J8.not.member", match.LeadNo);
            }
            else if (match.MatchedOn is null)
            {
                decisions.Not(match.MemberId)?.Line("J8.not.matched", match.Job, Text(match.LeadOn));
            }
            else if (match.HiredOn is not { } hired)
            {
                decisions.Not(match.MemberId)?.Line("J8.not.hired", match.Job, Text(match.MatchedOn.Value));
            }
            else if (match.WageOn is null || match.Wage is not { } wage)
            {
                decisions.Not(match.MemberId)?.Line("J8.not.wage", match.Job, Text(hired));
            }
            else if (parameters.Money("J8.fee") == Money.Zero)
            {
                decisions.Not(match.MemberId)?.Line("J8.done", match.Job, Text(hired), Text(match.WageOn.Value), wage);
            }
            else
            {
                Pay(match, hired, wage, aidCase, parameters, decisions);
            }
        }
    }

    private static void Pay(JobMatch match, DateOnly hired, Money wage, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var months = parameters.Number("J8.months");
        var stayed = hired.AddMonths(months).AddDays(-1);
        if (stayed > aidCase.Month.Last || match.LeftOn < stayed || match.WageOn < stayed)
        {
            decisions.Not(match.MemberId)?.Line("J8.not.stayed", match.Job, Text(hired), months);
            return;
        }

        if (aidCase.EverGiven(Code, match.MemberId, match.LeadNo))
        {
            decisions.Not(match.MemberId)?.Line("J8.not.again", match.LeadNo);
            return;
        }

        var fee = parameters.Money("J8.fee");
        decisions.Give(match.MemberId, AidMonth.Of(stayed).ToString(), AidNature.Service, fee, match.LeadNo)?
            .Line("J8.match", match.Cooperative, match.LeadNo, match.Job)
            .Line("J8.done", match.Job, Text(hired), Text(match.WageOn!.Value), wage)
            .Parameter("J8.months")
            .Parameter("J8.fee")
            .Line("J8.paid", fee);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
