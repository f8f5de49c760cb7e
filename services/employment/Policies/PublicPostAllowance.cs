using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Employment.Employers;
using Fupin.Employment.PublicPosts;

namespace Fupin.Employment.Policies;

/// <summary>The monthly allowance of a public-interest post (公益性岗位补贴); it is a wage and counts as income.</summary>
internal static class PublicPostAllowance
{
    public const string Code = "J6";

    // 依据：武发[2016]68号 三(五)：提供形式多样的再就业机会和公益性岗位，增加稳定的工资性收入
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var posts = aidCase.Records.Of<PublicPost>().InOrder(PublicPost.Earlier);
        if (posts.IsEmpty)
        {
            decisions.Not()?.Line("J6.not.post");
            return;
        }

        foreach (var member in aidCase.Members)
        {
            if (!HasPost(posts, member.MemberId))
            {
                decisions.Not(member.MemberId)?.Line("J6.not.post");
            }
            else if (!member.Age.AtLeast(parameters.Number("J6.ageFrom")) || !member.Age.Under(parameters.Number("J6.ageTo") + 1))
            {
                decisions.Not(member.MemberId)?.Line("J6.not.age", parameters.Number("J6.ageFrom"), parameters.Number("J6.ageTo"));
            }
            else if (ReasonOf(member, aidCase, parameters) is not { } reason)
            {
                decisions.Not(member.MemberId)?.Line("J6.not.group");
            }
            else
            {
                // Attendance may come late: each month is paid once, within the time in which it can be told.
                for (var month = aidCase.Month.AddMonths(1 - parameters.Number("J6.claimMonths")); month <= aidCase.Month; month = month.AddMonths(1))
                {
                    Decide(member, month, posts, reason, aidCase, parameters, decisions);
                }
            }
        }
    }

    private static void Decide(
        MemberFacts member, AidMonth month, ReadOnlySpan<PublicPost> posts, string reason, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var (now, attendance) = (month == aidCase.Month, AttendanceOf(aidCase, member.MemberId, month));
        if (attendance is null && !now) return;
        if (PostMonth.Of(posts, member.MemberId, month) is not { } worked)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.days");
        }
        else if (attendance is null && !IsFresh(worked.First, month, parameters))
        {
            decisions.Not(member.MemberId)?.Line("J6.not.attendance", month);
        }
        else if (attendance?.DaysWorked == 0)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.attended", month);
        }
        else if (parameters.On(month.Last).Find("J6.allowance") is null)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.before", month);
        }
        else if (aidCase.AlreadyGiven(Code, member.MemberId, month.ToString()))
        {
            decisions.Not(member.MemberId)?.Line("J6.not.again", month);
        }
        else if (worked.HasPension)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.pension");
        }
        else if (worked.Placement > parameters.Number("J6.placements"))
        {
            decisions.Not(member.MemberId)?.Line("J6.not.placements", worked.Placement, parameters.Number("J6.placements"));
        }
        else if (worked.UsedBefore >= parameters.Number("J6.months") && !IsKeptToRetirement(worked, member, parameters))
        {
            decisions.Not(member.MemberId)?.Line("J6.used", worked.Placement, worked.UsedBefore, parameters.Number("J6.months"));
        }
        else
        {
            Allow(member, month, worked, attendance, posts, reason, parameters, decisions);
        }
    }

    private static void Allow(
        MemberFacts member, AidMonth month, PostMonth worked, PostAttendance? attendance, ReadOnlySpan<PublicPost> posts, string reason,
        PolicyParameters parameters, Decisions decisions)
    {
        var values = parameters.On(month.Last);
        var pay = worked.Pay;
        if (attendance is { } days && days.DaysWorked < days.DaysDue)
        {
            pay = new Money((long)Math.Round((decimal)pay.Fen * days.DaysWorked / days.DaysDue, MidpointRounding.AwayFromZero));
        }

        var amount = Money.Min(pay, values.Money("J6.allowance"));
        if (amount == Money.Zero)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.days");
            return;
        }

        var trace = decisions.Give(member.MemberId, month.ToString(), AidNature.Cash, amount);
        if (trace is null) return;
        trace.Line(reason, reason is "J6.women" or "J6.men" ? [parameters.Number(reason)] : [])
            .Line(worked.UsedBefore >= parameters.Number("J6.months") ? "J6.kept" : "J6.used", worked.Placement, worked.UsedBefore, parameters.Number("J6.months"));
        PostMonth.Explain(trace, posts, member.MemberId, month);
        if (attendance is null) trace.Line("J6.fresh");
        else trace.Line("J6.attended", attendance.DaysWorked, attendance.DaysDue, pay);
        trace.Add(values.Line("J6.allowance")).Line(amount < pay ? "J6.capped" : "J6.whole", amount);
    }

    // 依据：facts §3.2 J6（S51）：安置时距法定退休不足五年的，可延长至退休
    private static bool IsKeptToRetirement(PostMonth worked, MemberFacts member, PolicyParameters parameters) =>
        worked.IsNearRetirement && member.Age.Under(parameters.Number(member.Sex == Sex.Female ? "J6.retireWomen" : "J6.retireMen"));

    // Somebody who has just begun is paid by the days on the post until the first attendance is due; only in the running month.
    private static bool IsFresh(DateOnly first, AidMonth month, PolicyParameters parameters) =>
        month < AidMonth.Of(first).AddMonths(parameters.Number("J6.freshMonths"));

    // The name of the line that says to which group of priority the member belongs.
    private static string? ReasonOf(MemberFacts member, AidCase aidCase, PolicyParameters parameters)
    {
        var standard = member.Sex == Sex.Female ? "J6.women" : "J6.men";
        if (member.Age.AtLeast(parameters.Number(standard))) return standard;
        if (member.DisabilityLevel is not null) return "J6.disabled";
        // A household in which nobody had work in the year of its sheet, and nobody has a contract now.
        foreach (var one in aidCase.Members)
        {
            if (one.WorkMonths > 0 || one.Wage != Money.Zero) return null;
        }

        foreach (var contract in aidCase.Records.Of<EmploymentContract>())
        {
            if (contract.Covers(aidCase.Month)) return null;
        }

        return "J6.jobless";
    }

    private static bool HasPost(ReadOnlySpan<PublicPost> posts, Guid memberId)
    {
        foreach (var post in posts)
        {
            if (post.MemberId == memberId) return true;
        }

        return false;
    }

    private static PostAttendance? AttendanceOf(AidCase aidCase, Guid memberId, AidMonth month)
    {
        foreach (var attendance in aidCase.Records.Of<PostAttendance>())
        {
            if (attendance.MemberId == memberId && attendance.Month == month) return attendance;
        }

        return null;
    }
}
