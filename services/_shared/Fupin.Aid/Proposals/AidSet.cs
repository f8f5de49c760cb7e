using Fupin.Aid.Households;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Proposals;

/// <summary>The whole set of a department's aids for a household and month (部门当月救助清单).</summary>
public sealed class AidSet : IHouseholdRow, IVersioned
{
    private readonly List<AidItem> items = [];

    /// <inheritdoc />
    public Guid HouseholdId { get; init; }

    /// <summary>The month (月份).</summary>
    public AidMonth Month { get; init; }

    /// <inheritdoc />
    public DivisionCode Village { get; private set; }

    /// <summary>The revision told last; 0 while the set was not decided yet.</summary>
    public int Revision { get; private set; }

    /// <summary>The number of the last parameter known when it was decided.</summary>
    public int DecidedWith { get; private set; }

    /// <summary>The revision of the aid account (一户一账) taken last.</summary>
    public int StackedRevision { get; private set; }

    /// <summary>Granted aid of all departments that counts as income, as stacked last.</summary>
    public IReadOnlyList<CountedAid> Counted { get; private set; } = [];

    /// <summary>The items.</summary>
    public IReadOnlyList<AidItem> Items => items;

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Puts what was decided in the place of what was; true when that is something else, at a new revision.</summary>
    public bool Replace(IReadOnlyList<ProposedItem> decided, DivisionCode village, int parameterNumber, DateOnly today)
    {
        (Village, DecidedWith) = (village, parameterNumber);
        var changed = Revision == 0;
        var left = items.ToDictionary(item => item.ItemId);
        foreach (var proposed in decided)
        {
            if (left.Remove(proposed.ItemId, out var item))
            {
                changed |= item.Propose(proposed);
                continue;
            }

            items.Add(new AidItem(HouseholdId, Month, village, proposed, today));
            changed = true;
        }

        foreach (var item in left.Values.Where(item => !item.IsWithdrawn))
        {
            changed = true;
            if (!item.Withdraw()) items.Remove(item);
        }

        if (changed) Revision++;
        return changed;
    }

    /// <summary>Takes the result of stacking; false when a newer one was taken.</summary>
    public bool Take(AidStacked stacked, string department)
    {
        if (stacked.Revision <= StackedRevision) return false;
        (StackedRevision, Counted) = (stacked.Revision, stacked.Counted);
        var results = stacked.Items.Where(item => item.Department == department).ToDictionary(item => item.ItemId);
        foreach (var item in items)
        {
            if (results.TryGetValue(item.ItemId, out var result)) item.Take(result);
        }

        return true;
    }

    /// <summary>What later months see of its items (<see cref="Policies.EarlierItem"/>), to tell whether they have to be decided on again.</summary>
    internal HashSet<(Guid Item, Money Amount)> Given =>
    [
        .. items.Where(item => item.Outcome != StackedState.Refused).Select(item => (item.ItemId, item.State == AidItemState.Proposed ? item.Proposed : item.Granted)),
    ];

    /// <summary>What counts in the views some policy depends on, in a fixed order, to tell whether it changed.</summary>
    internal IReadOnlyList<CountedAid> CountedIn(IReadOnlySet<IncomeView> views) =>
    [
        .. Counted.Where(aid => views.Contains(aid.View)).OrderBy(aid => aid.View).ThenBy(aid => aid.Policy, StringComparer.Ordinal).ThenBy(aid => aid.MemberId),
    ];
}
