using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>
/// How the households decided on are bound to others by members who moved (转户关系): what was given to a person before, and what is recorded
/// of a person, follows the person; what was given to a household counts for those who split off it or took it in. Costs nothing for
/// households that nobody left or joined.
/// </summary>
internal sealed class Kinship
{
    private readonly Dictionary<Guid, HouseholdFile> files;

    private Kinship(Dictionary<Guid, HouseholdFile> files) => this.files = files;

    /// <summary>The kinship of some households, however far it goes.</summary>
    public static async Task<Kinship> OfAsync(DbContext db, IEnumerable<HouseholdFile> households, CancellationToken ct)
    {
        var files = households.ToDictionary(file => file.HouseholdId);
        while (true)
        {
            var more = files.Values.SelectMany(file => file.Kin).Select(kin => kin.HouseholdId).Where(id => !files.ContainsKey(id)).Distinct().ToList();
            if (more.Count == 0) return new Kinship(files);
            foreach (var id in more) files.Add(id, await db.Set<HouseholdFile>().FindAsync([id], ct) ?? new HouseholdFile { HouseholdId = id });
        }
    }

    /// <summary>The households themselves and all they are bound to.</summary>
    public IReadOnlyCollection<Guid> All => files.Keys;

    /// <summary>What was given before to a household as it stands in the month, its people's share in others included.</summary>
    public IEnumerable<EarlierItem> EarlierOf(HouseholdThen household, ILookup<Guid, EarlierItem> items)
    {
        var id = household.File.HouseholdId;
        if (household.File.Kin.Count == 0) return items[id];
        var people = household.Facts.Members.Select(member => member.MemberId).ToHashSet();
        return
        [
            .. items[id],
            .. RelatedTo(id).SelectMany(other => items[other].Where(item => item.MemberId is { } member && people.Contains(member))),
            .. ForerunnersOf(id, []).SelectMany(one => items[one.Household].Where(item => item.MemberId is null && item.Month < one.Until)),
        ];
    }

    /// <summary>The records that count for a household as it stands in the month.</summary>
    public IEnumerable<object> RecordsOf(HouseholdThen household, ILookup<Guid, object> records)
    {
        var id = household.File.HouseholdId;
        if (household.File.Kin.Count == 0) return records[id];
        var people = household.Facts.Members.Select(member => member.MemberId).ToHashSet();
        return
        [
            .. records[id].Where(record => record is not IMemberRow),
            .. RelatedTo(id).Append(id).SelectMany(other => records[other].OfType<IMemberRow>().Where(row => people.Contains(row.MemberId))),
        ];
    }

    private List<Guid> RelatedTo(Guid household)
    {
        var (related, next) = (new HashSet<Guid> { household }, new Queue<Guid>([household]));
        while (next.TryDequeue(out var at))
        {
            foreach (var kin in files[at].Kin.Where(kin => related.Add(kin.HouseholdId))) next.Enqueue(kin.HouseholdId);
        }

        related.Remove(household);
        return [.. related];
    }

    // The households that lived on in this one, each until its members came over. Who comes alone brings only what was his own.
    private IEnumerable<(Guid Household, AidMonth Until)> ForerunnersOf(Guid household, HashSet<Guid> seen)
    {
        foreach (var kin in files[household].Kin.Where(kin => kin.IsOrigin && kin.By != Contracts.Registration.MovedBy.Transfer && seen.Add(kin.HouseholdId)))
        {
            yield return (kin.HouseholdId, kin.From);
            foreach (var (before, until) in ForerunnersOf(kin.HouseholdId, seen)) yield return (before, until < kin.From ? until : kin.From);
        }
    }
}
