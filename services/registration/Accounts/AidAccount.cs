using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Stacking;

namespace Fupin.Registration.Accounts;

/// <summary>
/// All aids of a household and month (一户一账): every department's newest set and what came of stacking them. One row, so that two sets
/// which arrive at once are stacked one after the other.
/// </summary>
internal sealed class AidAccount : IScoped, IVersioned
{
    private readonly List<AccountEntry> entries = [];

    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private init; }

    public AidMonth Month { get; private init; }

    public DivisionCode Village { get; private set; }

    /// <summary>Raised when the result becomes another one.</summary>
    public int Revision { get; private set; }

    /// <summary>The departments' sets, JSON.</summary>
    public string SetsJson { get; private set; } = "[]";

    /// <summary>What was told last, JSON; null before anything was.</summary>
    public string? ResultJson { get; private set; }

    public DateTime StackedAtUtc { get; private set; }

    public int Version { get; set; }

    /// <summary>What happened in it, as far as it was loaded or added.</summary>
    public IReadOnlyList<AccountEntry> Entries => entries;

    // Read once for as many sets as arrive together.
    private IReadOnlyList<DepartmentSet>? sets;

    public IReadOnlyList<DepartmentSet> Sets => sets ??= JsonSerializer.Deserialize<List<DepartmentSet>>(SetsJson, EventCatalog.Json)!;

    public AidStacked? Result => ResultJson is null ? null : JsonSerializer.Deserialize<AidStacked>(ResultJson, EventCatalog.Json);

    public static AidAccount Open(Guid householdId, AidMonth month, DivisionCode village) =>
        new() { Id = Guid.CreateVersion7(), HouseholdId = householdId, Month = month, Village = village };

    /// <summary>Follows the household to its new village.</summary>
    public void Follow(DivisionCode village)
    {
        Village = village;
        entries.ForEach(entry => entry.Follow(village));
    }

    /// <summary>Puts a department's newer set in the place of its older one; false for one that is not newer.</summary>
    public bool Take(AidProposed told)
    {
        if (Sets.FirstOrDefault(set => set.Department == told.Department) is { } known && known.Revision >= told.Revision) return false;
        sets =
        [
            .. Sets.Where(set => set.Department != told.Department)
                .Append(new DepartmentSet(told.Department, told.Revision, told.Items))
                .OrderBy(set => set.Department, StringComparer.Ordinal),
        ];
        SetsJson = JsonSerializer.Serialize(sets, EventCatalog.Json);
        return true;
    }

    /// <summary>Stacks the sets; what must be told when the result, or the sets it rests on, are others than those told last.</summary>
    public AidStacked? Stack(RuleBook book, IReadOnlyCollection<EarlierGrant> earlier, DateTime atUtc)
    {
        var result = Fupin.Stacking.Stack.Compute(Sets, book, Month, earlier);
        var told = new AidStacked(
            HouseholdId, Month, Revision, result.Items, result.Counted, Sets.ToDictionary(set => set.Department, set => set.Revision));
        if (ResultJson == JsonSerializer.Serialize(told, EventCatalog.Json)) return null;
        var before = Result;
        Revision++;
        StackedAtUtc = atUtc;
        told = told with { Revision = Revision };
        ResultJson = JsonSerializer.Serialize(told, EventCatalog.Json);
        if (AccountEntry.Of(this, before, told, atUtc) is { } entry) entries.Add(entry);
        return told;
    }

    /// <summary>Notes that two officers of a department approved some of its items (审批).</summary>
    public void Note(AidApproved told) => entries.Add(AccountEntry.Of(this, told));

    /// <summary>Notes what was decided on an overpayment (多发处理).</summary>
    public void Note(OverpaymentDecided told) => entries.Add(AccountEntry.Of(
        this, told, Sets.SelectMany(set => set.Items).FirstOrDefault(item => item.ItemId == told.ItemId)?.Period ?? told.Month.ToString()));

    /// <summary>What was granted in this month, for rules that look over more than one.</summary>
    public IEnumerable<EarlierGrant> Grants() =>
        Result?.Items.Select(item => new EarlierGrant(item.Policy, item.MemberId, item.Period, Month, item.Granted, item.Claim)) ?? [];
}
