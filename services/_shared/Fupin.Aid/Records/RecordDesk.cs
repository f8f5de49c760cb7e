using Fupin.Aid.Households;
using Fupin.Aid.PersonStates;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records;

/// <summary>What became of a record that was taken in (登记结果).</summary>
internal enum Taken
{
    /// <summary>It is new (新登记).</summary>
    Entered,

    /// <summary>It corrected an earlier one (更正).</summary>
    Corrected,

    /// <summary>It says what was known already (相同).</summary>
    Same,

    /// <summary>Its key belongs to somebody else (已登记在别人名下).</summary>
    Elsewhere,

    /// <summary>It says something else than an earlier one of a kind that is not corrected by entering it again (不得重复登记).</summary>
    Fixed,
}

/// <summary>
/// What a department does with records beyond keeping them (记录后续处理), such as settling a bill: in the same save, before it is decided
/// on whom they are about. It adds to the unit of work and does not save.
/// </summary>
public interface IRecordFollowUp
{
    /// <summary>Goes on with records of a kind that are new or were corrected.</summary>
    Task FollowAsync(RecordKind kind, IReadOnlyList<IRecord> changed, CancellationToken ct);
}

/// <summary>
/// Takes records in (登记记录) and decides anew on whom they are about. It adds to the unit of work and does not save; the caller has a
/// transaction open, because a record about nobody touches every set of the month at once.
/// </summary>
internal sealed class RecordDesk(
    DbContext db, AidDesk desk, IOutbox outbox, PolicyBook book, IEnumerable<IRecordFollowUp> followUps, TimeProvider clock)
{
    /// <summary>The files of households on the register.</summary>
    public async Task<Dictionary<Guid, HouseholdFile>> FilesAsync(IEnumerable<Guid> households, CancellationToken ct)
    {
        Dictionary<Guid, HouseholdFile> files = [];
        foreach (var chunk in households.Distinct().Chunk(500))
        {
            foreach (var file in await db.Set<HouseholdFile>().AsNoTracking().Where(file => chunk.Contains(file.HouseholdId) && file.FactsRevision > 0).ToListAsync(ct))
            {
                files[file.HouseholdId] = file;
            }
        }

        return files;
    }

    /// <summary>Puts a record to a household and, where it is about a person, to a member; a refusal when they are not here.</summary>
    public static Refusal? Put(IRecord record, HouseholdFile? file, Guid? memberId)
    {
        if (record is not IHouseholdRecord about) return null;
        if (file?.Facts is not { } facts) return AidErrors.NoSuchHousehold;
        if (record is IPersonRecord person)
        {
            if (facts.Members.All(member => member.MemberId != memberId)) return AidErrors.NoSuchMember;
            person.MemberId = memberId!.Value;
        }

        (about.HouseholdId, about.Village) = (file.HouseholdId, file.Village);
        return null;
    }

    /// <summary>What checks of a record as a whole go by.</summary>
    public RecordGround GroundOf(HouseholdFile? file, Guid? memberId) => new(
        clock.Today(), file?.Facts, file?.Facts?.Members.FirstOrDefault(member => member.MemberId == memberId));

    /// <summary>Takes records of a kind in, which were put to households, and says what became of each.</summary>
    public async Task<IReadOnlyList<(IRecord Record, Taken Taken)>> TakeAsync(RecordKind kind, IReadOnlyList<IRecord> records, CancellationToken ct)
    {
        foreach (var record in records) kind.Sign(record);
        var there = await kind.FindAsync(db, [.. records.Select(record => record.Key)], ct);
        List<(IRecord Record, Taken Taken)> results = [];
        foreach (var record in records)
        {
            if (there.TryGetValue(record.Key, out var earlier))
            {
                results.Add((earlier, Correct(kind, earlier, record)));
                continue;
            }

            record.Id = Guid.CreateVersion7();
            db.Add(record);
            there[record.Key] = record;
            results.Add((record, Taken.Entered));
        }

        var changed = results.Where(result => result.Taken is Taken.Entered or Taken.Corrected).Select(result => result.Record).ToList();
        if (changed.Count == 0) return results;
        foreach (var followUp in followUps) await followUp.FollowAsync(kind, changed, ct);
        foreach (var record in changed.OfType<IStateRecord>()) outbox.Tell(book, record);
        if (kind.Subject == RecordSubject.None) await DecideOnEveryoneAsync(ct);
        else await desk.DecideAsync([.. changed.Select(record => ((IHouseholdRecord)record).HouseholdId).Distinct()], clock.ThisMonth(), ct);
        return results;
    }

    /// <summary>Whether an earlier record says the same, or belongs to somebody else.</summary>
    public static Taken Compare(RecordKind kind, IRecord earlier, IRecord record) =>
        IsElsewhere(earlier, record) ? Taken.Elsewhere
        : kind.Columns.All(column => Equals(column.Get(earlier), column.Get(record))) && !HasMoved(earlier, record) ? Taken.Same
        : kind.Fixed is not null ? Taken.Fixed
        : Taken.Corrected;

    /// <summary>Why a record was not taken; null where it was, or is there already.</summary>
    public static Refusal? RefusalOf(RecordKind kind, Taken taken) => taken switch
    {
        Taken.Elsewhere => AidErrors.RecordElsewhere,
        Taken.Fixed => kind.Fixed,
        _ => null,
    };

    // Only the kind's own columns: what other steps of the desk wrote into the record stays.
    private static Taken Correct(RecordKind kind, IRecord earlier, IRecord record)
    {
        var compared = Compare(kind, earlier, record);
        if (compared != Taken.Corrected) return compared;
        foreach (var column in kind.Columns) column.Property.SetValue(earlier, column.Get(record));
        if (earlier is IHouseholdRecord was && record is IHouseholdRecord now) (was.HouseholdId, was.Village) = (now.HouseholdId, now.Village);
        return compared;
    }

    private static bool IsElsewhere(IRecord earlier, IRecord record) => (earlier, record) switch
    {
        (IPersonRecord was, IPersonRecord now) => was.MemberId != now.MemberId,
        (IHouseholdRecord was, IHouseholdRecord now) => was.HouseholdId != now.HouseholdId,
        _ => false,
    };

    // A person who went to another household takes the records along.
    private static bool HasMoved(IRecord earlier, IRecord record) =>
        earlier is IHouseholdRecord was && record is IHouseholdRecord now && was.HouseholdId != now.HouseholdId;

    // The opening of the month does it, batch by batch: a set that was decided with less than is known now is decided on again.
    private Task<int> DecideOnEveryoneAsync(CancellationToken ct)
    {
        var month = clock.ThisMonth();
        return db.Set<AidSet>().Where(set => set.Month == month).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.DecidedWith, -1).SetProperty(one => one.Version, one => one.Version + 1), ct);
    }
}
