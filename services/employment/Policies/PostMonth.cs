using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.Employment.PublicPosts;

namespace Fupin.Employment.Policies;

/// <summary>A person's month on public-interest posts (岗位月): what the days on them pay, and how much of the placement was used before.</summary>
/// <param name="Pay">What the days on the posts come to.</param>
/// <param name="First">The first day on the first post of the placement.</param>
/// <param name="Placement">Which placement it is.</param>
/// <param name="UsedBefore">The months of this placement before.</param>
/// <param name="IsNearRetirement">Whether the placement began less than five years before retirement.</param>
/// <param name="HasPension">Whether the person draws a pension.</param>
internal readonly record struct PostMonth(Money Pay, DateOnly First, int Placement, int UsedBefore, bool IsNearRetirement, bool HasPension)
{
    /// <summary>The month of a person; null without a day on a post. Posts come in their order.</summary>
    public static PostMonth? Of(ReadOnlySpan<PublicPost> posts, Guid memberId, AidMonth month)
    {
        var (pay, current, from) = (Money.Zero, (PublicPost?)null, month.First);
        foreach (var post in posts)
        {
            if (post.MemberId != memberId || DaysFrom(post, ref from, month) is not (> 0 and var days)) continue;
            pay += PayOf(post, days, month);
            current = post;
        }

        if (current is null) return null;
        var first = FirstOf(posts, current);
        return new PostMonth(
            pay, first.From, current.Placement ?? 1, MonthsBefore(posts, current, month), first.IsNearRetirement == true,
            current.HasPension == true);
    }

    /// <summary>Adds a line for each post of the month.</summary>
    public static void Explain(Explanation trace, ReadOnlySpan<PublicPost> posts, Guid memberId, AidMonth month)
    {
        var from = month.First;
        foreach (var post in posts)
        {
            if (post.MemberId != memberId || DaysFrom(post, ref from, month) is not (> 0 and var days)) continue;
            trace.Line("J6.post", post.Title, post.MonthlyPay, days, month.Last.Day, PayOf(post, days, month));
        }
    }

    // A day counts for one post only, the one that began first.
    private static int DaysFrom(PublicPost post, ref DateOnly from, AidMonth month)
    {
        var first = post.From > from ? post.From : from;
        var last = post.To is { } to && to < month.Last ? to : month.Last;
        if (last < first) return 0;
        from = last.AddDays(1);
        return last.DayNumber - first.DayNumber + 1;
    }

    private static Money PayOf(PublicPost post, int days, AidMonth month) =>
        new((long)Math.Round((decimal)post.MonthlyPay.Fen * days / month.Last.Day, MidpointRounding.AwayFromZero));

    private static PublicPost FirstOf(ReadOnlySpan<PublicPost> posts, PublicPost current)
    {
        foreach (var post in posts)
        {
            if (IsSamePlacement(post, current)) return post;
        }

        return current;
    }

    // Months with a day on some post of the placement; posts come by their first day, so that a month two of them share is met at once.
    private static int MonthsBefore(ReadOnlySpan<PublicPost> posts, PublicPost current, AidMonth month)
    {
        var (used, next) = (0, int.MinValue);
        foreach (var post in posts)
        {
            if (!IsSamePlacement(post, current)) continue;
            var from = Math.Max(Number(post.From), next);
            var to = Math.Min(post.To is { } last ? Number(last) : int.MaxValue, Number(month.First) - 1);
            if (to < from) continue;
            (used, next) = (used + to - from + 1, to + 1);
        }

        return used;
    }

    private static int Number(DateOnly day) => (day.Year * 12) + day.Month;

    private static bool IsSamePlacement(PublicPost post, PublicPost current) =>
        post.MemberId == current.MemberId && (post.Placement ?? 1) == (current.Placement ?? 1);
}
