using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Stacking;

/// <summary>An item on a stacking sheet (叠加项目).</summary>
/// <param name="Policy">The policy, by its number in the book (<see cref="Stacker.NumberOf"/>).</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Claim">The claim it pays, where it does.</param>
/// <param name="ClaimTotal">The whole of that claim.</param>
/// <param name="Proposed">What was proposed, fen.</param>
/// <param name="Place">Where the item stands with whoever put it on the sheet; breaks a tie between departments.</param>
public record struct StackLine(int Policy, Guid? MemberId, string Period, string? Claim, Money? ClaimTotal, Money Proposed, int Place)
{
    /// <summary>What remains after the rules so far, fen; never negative.</summary>
    public Money Left { get; internal set; } = Proposed;
}

/// <summary>An amount that a rule took away (核减).</summary>
/// <param name="Line">From which line of the sheet.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Amount">How much, fen, above zero.</param>
/// <param name="Cause">The line that caused it; absent where none did, or where it was granted in an earlier month.</param>
/// <param name="EarlierPolicy">The policy granted in an earlier month that caused it.</param>
public readonly record struct TakenAway(int Line, StackingRule Rule, Money Amount, int? Cause, string? EarlierPolicy);

/// <summary>
/// The sheet on which the aids of one household and month are stacked (叠加底稿). One sheet serves many households, one after the other, and
/// allocates nothing once it has grown to the largest of them.
/// </summary>
public sealed class StackSheet
{
    private readonly List<StackLine> lines = [];
    private readonly List<TakenAway> taken = [];

    /// <summary>The items; after stacking in a fixed order: by policy, beneficiary, period, claim, place.</summary>
    public ReadOnlySpan<StackLine> Lines => CollectionsMarshal.AsSpan(lines);

    /// <summary>What was taken away, in the order of the rules.</summary>
    public ReadOnlySpan<TakenAway> Taken => CollectionsMarshal.AsSpan(taken);

    /// <summary>Empties the sheet for the next household.</summary>
    public void Clear()
    {
        lines.Clear();
        taken.Clear();
    }

    /// <summary>Puts an item on the sheet.</summary>
    public void Add(StackLine line) => lines.Add(line);

    internal Span<StackLine> Writable => CollectionsMarshal.AsSpan(lines);

    internal void Sort(IComparer<StackLine> order)
    {
        if (lines.Count > 1) lines.Sort(order);
    }

    internal void Take(int line, StackingRule rule, Money amount, int? cause, string? earlierPolicy = null)
    {
        ref var from = ref Writable[line];
        from.Left -= amount;
        taken.Add(new TakenAway(line, rule, amount, cause, earlierPolicy));
    }
}

/// <summary>
/// The rules of a month made ready for stacking (叠加计算器). Pure and safe to share: all that changes stands on the sheet. Rules look at a
/// household only where enough of the policies they are about occur, so that most households cost next to nothing.
/// </summary>
public sealed class Stacker : IComparer<StackLine>
{
    private const int MostPolicies = 128;

    // Who may have the aid at all comes first, how often next, then who pays what of a bill, and last what it may come to.
    private static readonly Type[] Order = [typeof(Exclusive), typeof(OncePer), typeof(NetOff), typeof(Cap)];

    private readonly FrozenDictionary<string, int> numbers;
    private readonly string[] codes;
    private readonly Ready[] rules;
    private readonly IncomeView[][] views;
    private readonly AidMonth month;
    private readonly string year;

    internal Stacker(RuleBook book, AidMonth month)
    {
        this.month = month;
        year = month.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // In the order of their codes, so that comparing numbers is comparing codes.
        codes = [.. book.PolicyNames.Keys.Order(StringComparer.Ordinal)];
        if (codes.Length > MostPolicies) throw new ArgumentException($"A book holds at most {MostPolicies} policies.", nameof(book));
        numbers = codes.Index().ToFrozenDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);
        var holding = book.In(month);
        rules = [.. from kind in Order from rule in holding where rule.GetType() == kind select new Ready(rule, numbers, codes.Length)];
        views = [.. codes.Select(code => holding.OfType<CountsAsIncome>().Where(rule => rule.Policies.Contains(code)).SelectMany(rule => rule.Views).Distinct().Order().ToArray())];
    }

    /// <summary>The number of a policy in the book; refuses (<see cref="KeyNotFoundException"/>) one that the book does not name.</summary>
    public int NumberOf(string policy) => numbers[policy];

    /// <summary>The policy of a number.</summary>
    public string CodeOf(int policy) => codes[policy];

    /// <summary>The views of income in which a policy counts in the month.</summary>
    public ReadOnlySpan<IncomeView> ViewsOf(int policy) => views[policy];

    /// <summary>Stacks what stands on the sheet, with what was granted in earlier months. The result does not depend on the order of either.</summary>
    public void Stack(StackSheet sheet, IReadOnlyCollection<EarlierGrant> earlier)
    {
        sheet.Sort(this);
        var present = UInt128.Zero;
        foreach (ref readonly var line in sheet.Lines) present |= UInt128.One << line.Policy;
        foreach (var rule in rules)
        {
            if ((rule.Policies & present) == UInt128.Zero) continue;
            switch (rule.Rule)
            {
                case Exclusive exclusive when UInt128.PopCount(rule.Policies & present) > 1:
                    KeepOne(exclusive, rule, sheet);
                    break;
                case OncePer once:
                    KeepFirst(once, rule, sheet, earlier);
                    break;
                case NetOff netOff:
                    PayInTurn(netOff, rule, sheet, earlier);
                    break;
                case Cap cap:
                    HoldUnder(cap, rule, sheet, earlier);
                    break;
            }
        }
    }

    /// <inheritdoc />
    public int Compare(StackLine x, StackLine y)
    {
        var order = x.Policy.CompareTo(y.Policy);
        if (order == 0) order = Nullable.Compare(x.MemberId, y.MemberId);
        if (order == 0) order = string.CompareOrdinal(x.Period, y.Period);
        if (order == 0) order = string.CompareOrdinal(x.Claim, y.Claim);
        return order == 0 ? x.Place.CompareTo(y.Place) : order;
    }

    // Each of these finds the group of a line by the rule's subject. A group is looked at once for each of its lines: what was taken away
    // the first time leaves nothing to take the next time, and households have few items.
    private static void KeepOne(Exclusive exclusive, Ready rule, StackSheet sheet)
    {
        var lines = sheet.Lines;
        for (var first = 0; first < lines.Length; first++)
        {
            if (!rule.Concerns(lines[first]) || !HasSubject(lines[first], exclusive.Per)) continue;
            var kept = Kept(exclusive, rule, lines, first);
            var cause = -1;
            for (var index = first; index < lines.Length && cause < 0; index++)
            {
                if (rule.RankOf(lines[index]) == kept && rule.Concerns(lines[index]) && IsSame(lines[first], lines[index], exclusive.Per)) cause = index;
            }

            for (var index = first; index < lines.Length; index++)
            {
                if (rule.Concerns(lines[index]) && rule.RankOf(lines[index]) != kept && IsSame(lines[first], lines[index], exclusive.Per))
                {
                    sheet.Take(index, exclusive, lines[index].Left, cause);
                }
            }
        }
    }

    // The rank of the policy that stays: the best, or the one that comes to most; of equal ones the better.
    private static int Kept(Exclusive exclusive, Ready rule, ReadOnlySpan<StackLine> lines, int first)
    {
        var (kept, most) = (-1, Money.Zero);
        for (var rank = 0; rank < exclusive.Policies.Count; rank++)
        {
            var sum = Money.Zero;
            for (var index = first; index < lines.Length; index++)
            {
                if (rule.RankOf(lines[index]) == rank && IsSame(lines[first], lines[index], exclusive.Per)) sum += lines[index].Left;
            }

            if (sum > most) (kept, most) = (rank, sum);
            if (kept >= 0 && exclusive.Keep == Keep.Rank) return kept;
        }

        return kept;
    }

    private void KeepFirst(OncePer once, Ready rule, StackSheet sheet, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var lines = sheet.Lines;
        for (var rank = 0; rank < once.Policies.Count; rank++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                if (rule.RankOf(lines[index]) != rank || !rule.Concerns(lines[index]) || !HasSubject(lines[index], once.Per)) continue;
                if (EarlierCause(once, rule, lines[index], earlier) is { } policy) sheet.Take(index, once, lines[index].Left, null, policy);
                else if (CauseOfMonth(once, rule, lines, index) is { } cause) sheet.Take(index, once, lines[index].Left, cause);
            }
        }
    }

    private string? EarlierCause(OncePer once, Ready rule, in StackLine line, IReadOnlyCollection<EarlierGrant> earlier)
    {
        if (earlier.Count == 0) return null;
        var span = SpanOf(once.Span, line.Period, year);
        return earlier
            .Where(grant => grant.Granted > Money.Zero && rule.Names.Contains(grant.Policy))
            .WithSubjectOf(line, once.Per)
            .Where(grant => SpanOf(once.Span, grant.Period, grant.Month) == span)
            .OrderBy(grant => grant.Month)
            .ThenBy(grant => grant.Policy, StringComparer.Ordinal)
            .FirstOrDefault()?.Policy;
    }

    // The line that came before this one in the rule's order and still has something.
    private int? CauseOfMonth(OncePer once, Ready rule, ReadOnlySpan<StackLine> lines, int at)
    {
        var span = SpanOf(once.Span, lines[at].Period, year);
        for (var rank = 0; rank <= rule.RankOf(lines[at]); rank++)
        {
            for (var index = 0; index < lines.Length; index++)
            {
                if (rule.RankOf(lines[index]) == rank && (rank < rule.RankOf(lines[at]) || index < at) && rule.Concerns(lines[index])
                    && IsSame(lines[at], lines[index], once.Per) && SpanOf(once.Span, lines[index].Period, year) == span)
                {
                    return index;
                }
            }
        }

        return null;
    }

    private static void PayInTurn(NetOff netOff, Ready rule, StackSheet sheet, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var lines = sheet.Lines;
        for (var first = 0; first < lines.Length; first++)
        {
            if (!rule.Concerns(lines[first]) || lines[first].Claim is not { } claim) continue;
            long? total = null;
            foreach (ref readonly var line in lines)
            {
                if (rule.Concerns(line) && line.Claim == claim && line.ClaimTotal is { } whole) total = Math.Max(total ?? 0, whole.Fen);
            }

            if (total is null) continue; // nobody said what the claim comes to
            var paid = earlier.Count == 0 ? 0 : earlier.Where(grant => grant.Claim == claim && rule.Names.Contains(grant.Policy)).Sum(grant => grant.Granted.Fen);
            PayUpTo(new Money(Math.Max(0, total.Value - paid)), netOff, rule, sheet, line => line.Claim == claim);
        }
    }

    private void HoldUnder(Cap cap, Ready rule, StackSheet sheet, IReadOnlyCollection<EarlierGrant> earlier)
    {
        var lines = sheet.Lines;
        for (var first = 0; first < lines.Length; first++)
        {
            if (!rule.Concerns(lines[first]) || !HasSubject(lines[first], cap.Per)) continue;
            var (head, span) = (lines[first], SpanOf(cap.Span, lines[first].Period, year));
            var spent = earlier.Count == 0
                ? 0
                : earlier.Where(grant => rule.Names.Contains(grant.Policy))
                    .WithSubjectOf(head, cap.Per)
                    .Where(grant => SpanOf(cap.Span, grant.Period, grant.Month) == span)
                    .Sum(grant => grant.Granted.Fen);
            PayUpTo(
                new Money(Math.Max(0, cap.Amount.Fen - spent)), cap, rule, sheet,
                line => IsSame(head, line, cap.Per) && SpanOf(cap.Span, line.Period, year) == span);
        }
    }

    // In the rule's order each has what is left; the last who had something is the cause of what the next lacks.
    private static void PayUpTo(Money left, StackingRule by, Ready rule, StackSheet sheet, Func<StackLine, bool> belongs)
    {
        int? before = null;
        for (var rank = 0; rank < rule.Names.Count; rank++)
        {
            for (var index = 0; index < sheet.Lines.Length; index++)
            {
                var line = sheet.Lines[index];
                if (rule.RankOf(line) != rank || line.Left == Money.Zero || !belongs(line)) continue;
                if (line.Left > left) sheet.Take(index, by, line.Left - left, before);
                var remains = sheet.Lines[index].Left;
                left -= remains;
                if (remains > Money.Zero) before = index;
            }
        }
    }

    private static bool HasSubject(in StackLine line, Per per) => per switch
    {
        Per.Person => line.MemberId is not null,
        Per.Household => true,
        _ => line.Claim is not null,
    };

    private static bool IsSame(in StackLine one, in StackLine other, Per per) => per switch
    {
        Per.Person => one.MemberId == other.MemberId,
        Per.Household => true,
        _ => one.Claim == other.Claim,
    };

    private static string SpanOf(Span span, string period, AidMonth month) =>
        SpanOf(span, period, span == Span.Year ? month.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");

    private static string SpanOf(Span span, string period, string year) => span switch
    {
        Span.Period => period,
        Span.Year => year,
        _ => "",
    };

    // A rule with its policies as numbers and ranks.
    private sealed class Ready
    {
        private readonly sbyte[] ranks;

        public Ready(StackingRule rule, FrozenDictionary<string, int> numbers, int count)
        {
            (Rule, Names) = (rule, rule.Concerns);
            ranks = new sbyte[count];
            Array.Fill(ranks, (sbyte)-1);
            for (var rank = 0; rank < Names.Count; rank++)
            {
                var number = numbers[Names[rank]];
                if (ranks[number] < 0) ranks[number] = (sbyte)rank;
                Policies |= UInt128.One << number;
            }
        }

        public StackingRule Rule { get; }

        public IReadOnlyList<string> Names { get; }

        public UInt128 Policies { get; }

        public int RankOf(in StackLine line) => ranks[line.Policy];

        public bool Concerns(in StackLine line) => ranks[line.Policy] >= 0 && line.Left > Money.Zero;
    }
}

internal static class EarlierGrants
{
    /// <summary>Those of the same person, household or claim as a line; what is for no person is compared with nobody.</summary>
    public static IEnumerable<EarlierGrant> WithSubjectOf(this IEnumerable<EarlierGrant> grants, StackLine line, Per per) => per switch
    {
        Per.Person => grants.Where(grant => grant.MemberId == line.MemberId),
        Per.Household => grants,
        _ => grants.Where(grant => grant.Claim == line.Claim),
    };
}
