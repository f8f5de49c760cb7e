using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>An aid as it goes on from period to period (连续享受的救助).</summary>
internal readonly record struct OngoingAid(string Policy, Guid? MemberId, string? Claim);

/// <summary>
/// What a household will get in the months to come if nothing changes (今后月份推算): the department's own policies, month after month, each seeing what
/// the months before would have given.
/// </summary>
internal sealed class Outlook(
    PolicyBook book, PolicyParameters values, AidMonth now, IReadOnlyList<CountedAid> counted, Func<HouseholdFacts, HouseholdFacts> change, Func<AidMonth, Task<AidCase?>> caseOf)
{
    private readonly Dictionary<AidMonth, Dictionary<OngoingAid, AidMonth>> given = [];
    private readonly List<EarlierItem> supposed = [];
    private AidMonth reached = now;

    /// <summary>Until when an aid lasts that falls due in a month; null where it does not fall due then.</summary>
    public async Task<AidMonth?> GivenUntilAsync(OngoingAid aid, AidMonth month)
    {
        while (reached < month) await DecideNextAsync();
        return given[month].TryGetValue(aid, out var until) ? until : null;
    }

    /// <summary>Whether an aid falls due within some months after one.</summary>
    public async Task<bool> GoesOnAsync(OngoingAid aid, AidMonth after, int months)
    {
        for (var month = 1; month <= months; month++)
        {
            if (await GivenUntilAsync(aid, after.AddMonths(month)) is not null) return true;
        }

        return false;
    }

    /// <summary>Whether an aid would fall due in a month if nothing had ever been given: it ends then because it was given, as what is given once does.</summary>
    public async Task<bool> IsGivenAlreadyAsync(OngoingAid aid, AidMonth month)
    {
        if (await caseOf(month) is not { } known) return false;
        var decisions = Decide(Changed(known, []), month, Detail.Amounts);
        return decisions.Given.Any(decision => AidOf(decision) == aid);
    }

    /// <summary>Why an aid is not given in a month; null where the household receives nothing any more.</summary>
    public async Task<IReadOnlyList<TraceLine>?> WhyNotAsync(OngoingAid aid, AidMonth month)
    {
        if (await caseOf(month) is not { } known) return null;
        var reasons = Decide(Changed(known, [.. known.Earlier, .. supposed]), month, Detail.WhyNot).NotGiven.Where(not => not.Policy.Code == aid.Policy).ToList();
        var own = reasons.Find(not => not.MemberId == aid.MemberId);
        return (own.Reason ?? reasons.FirstOrDefault().Reason)?.Lines ?? [];
    }

    private async Task DecideNextAsync()
    {
        reached = reached.AddMonths(1);
        var found = given[reached] = [];
        if (await caseOf(reached) is not { } known) return;
        foreach (var decision in Decide(Changed(known, [.. known.Earlier, .. supposed]), reached, Detail.Amounts).Given)
        {
            found[AidOf(decision)] = AidPeriod.EndOf(decision.Period, reached);
            supposed.Add(new EarlierItem(decision.Policy.Code, decision.MemberId, decision.Period, reached, decision.Amount, decision.Claim));
        }
    }

    private Decisions Decide(AidCase aidCase, AidMonth month, Detail detail)
    {
        var decisions = new Decisions(detail);
        book.Decide(aidCase, values.On(month.Last), decisions);
        return decisions;
    }

    private AidCase Changed(AidCase known, IReadOnlyList<EarlierItem> earlier) => new(known.HouseholdId, known.Month, change(known.Facts))
    {
        Counted = counted,
        Earlier = earlier,
        Records = known.Records,
        IsRetained = known.IsRetained,
    };

    private static OngoingAid AidOf(in Decision decision) => new(decision.Policy.Code, decision.MemberId, decision.Claim);
}
