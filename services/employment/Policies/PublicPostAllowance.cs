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
    public static IEnumerable<Decision> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        foreach (var posts in aidCase.Records.Of<PublicPost>().GroupBy(post => post.MemberId))
        {
            if (aidCase.Facts.Members.FirstOrDefault(member => member.MemberId == posts.Key) is not { } member) continue;
            if (!member.Age.AtLeast(parameters.Number("J6.ageFrom")) || !member.Age.Under(parameters.Number("J6.ageTo") + 1)) continue;
            if (Eligibility(member, aidCase.Facts, parameters) is not { } reason) continue;
            if (Allowance([.. posts], aidCase.Month, reason, parameters) is { } decision) yield return decision;
        }
    }

    private static TraceLine? Eligibility(MemberFacts member, HouseholdFacts facts, PolicyParameters parameters)
    {
        var standard = member.Sex == Sex.Female ? "J6.women" : "J6.men";
        if (member.Age.AtLeast(parameters.Number(standard))) return parameters.Line(standard, parameters.Number(standard));
        if (member.DisabilityLevel is not null) return parameters.Line("J6.disabled", []);
        // A household in which nobody had work in the year of its sheet.
        return facts.Members.All(one => one.WorkMonths == 0 && one.Wage == Money.Zero) ? parameters.Line("J6.jobless", []) : null;
    }

    private static Decision? Allowance(IReadOnlyList<PublicPost> posts, AidMonth month, TraceLine reason, PolicyParameters parameters)
    {
        var (used, most) = (MonthsBefore(posts, month), parameters.Number("J6.months"));
        if (used >= most) return null;

        var whole = month.Last.Day;
        var parts = posts
            .Select(post => (Post: post, Days: post.DaysIn(month)))
            .Where(part => part.Days > 0)
            .OrderBy(part => part.Post.From)
            .Select(part => (part.Post, part.Days, Pay: new Money((long)Math.Round((decimal)part.Post.MonthlyPay.Fen * part.Days / whole, MidpointRounding.AwayFromZero))))
            .ToList();
        var pay = Money.Sum(parts.Select(part => part.Pay));
        var amount = Money.Min(pay, parameters.Money("J6.allowance"));
        if (amount == Money.Zero) return null;
        return new Decision(
            posts[0].MemberId, month.ToString(), AidNature.Cash, amount,
            [
                reason,
                parameters.Line("J6.used", used, most),
                .. parts.Select(part => parameters.Line("J6.post", part.Post.Title, part.Post.MonthlyPay, part.Days, whole, part.Pay)),
                parameters.Line("J6.allowance"),
                parameters.Line(amount < pay ? "J6.capped" : "J6.whole", [amount]),
            ]);
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
