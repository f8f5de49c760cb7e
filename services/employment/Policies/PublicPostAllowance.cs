using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Employment.PublicPosts;

namespace Fupin.Employment.Policies;

/// <summary>The monthly allowance of a public-interest post (公益性岗位补贴); it is a wage and counts as income.</summary>
internal static class PublicPostAllowance
{
    public const string Code = "J6";

    // 依据：武发[2016]68号 三(五)：提供形式多样的再就业机会和公益性岗位，增加稳定的工资性收入
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var posts = aidCase.Records.Of<PublicPost>();
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
                Allow(member, [.. posts.ToArray().Where(post => post.MemberId == member.MemberId)], aidCase, reason, parameters, decisions);
            }
        }
    }

    private static bool HasPost(ReadOnlySpan<PublicPost> posts, Guid memberId)
    {
        foreach (var post in posts)
        {
            if (post.MemberId == memberId) return true;
        }

        return false;
    }

    // The name of the line that says to which group of priority the member belongs.
    private static string? ReasonOf(MemberFacts member, AidCase aidCase, PolicyParameters parameters)
    {
        var standard = member.Sex == Sex.Female ? "J6.women" : "J6.men";
        if (member.Age.AtLeast(parameters.Number(standard))) return standard;
        if (member.DisabilityLevel is not null) return "J6.disabled";
        // A household in which nobody had work in the year of its sheet.
        foreach (var one in aidCase.Members)
        {
            if (one.WorkMonths > 0 || one.Wage != Money.Zero) return null;
        }

        return "J6.jobless";
    }

    private static void Allow(
        MemberFacts member, IReadOnlyList<PublicPost> posts, AidCase aidCase, string reason, PolicyParameters parameters, Decisions decisions)
    {
        var (month, most) = (aidCase.Month, parameters.Number("J6.months"));
        var used = MonthsBefore(posts, month);
        if (used >= most)
        {
            decisions.Not(member.MemberId)?.Line("J6.used", used, most);
            return;
        }

        var whole = month.Last.Day;
        var parts = posts
            .Select(post => (Post: post, Days: post.DaysIn(month)))
            .Where(part => part.Days > 0)
            .OrderBy(part => part.Post.From)
            .Select(part => (part.Post, part.Days, Pay: new Money((long)Math.Round((decimal)part.Post.MonthlyPay.Fen * part.Days / whole, MidpointRounding.AwayFromZero))))
            .ToList();
        var pay = Money.Sum(parts.Select(part => part.Pay));
        var amount = Money.Min(pay, parameters.Money("J6.allowance"));
        if (amount == Money.Zero)
        {
            decisions.Not(member.MemberId)?.Line("J6.not.days");
            return;
        }

        decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, amount)?
            .Line(reason, reason is "J6.women" or "J6.men" ? [parameters.Number(reason)] : [])
            .Line("J6.used", used, most)
            .Add(parts.Select(part => parameters.Line("J6.post", part.Post.Title, part.Post.MonthlyPay, part.Days, whole, part.Pay)))
            .Parameter("J6.allowance")
            .Line(amount < pay ? "J6.capped" : "J6.whole", amount);
    }

    private static int MonthsBefore(IReadOnlyList<PublicPost> posts, AidMonth month)
    {
        var first = AidMonth.Of(posts.Min(post => post.From));
        var used = 0;
        for (var before = first; before < month; before = before.AddMonths(1))
        {
            if (posts.Any(post => post.DaysIn(before) > 0)) used++;
        }

        return used;
    }
}
