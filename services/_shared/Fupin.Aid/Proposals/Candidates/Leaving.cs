using System.Globalization;
using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Aid.Trials;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>
/// Whose aid is about to end (即将到期、即将超龄). What a household enjoys now is carried on, month after month, by the department's own policies: an aid that
/// ends within the days and does not come back within a year is told, with the first condition that fails then. Of birthdays a department
/// knows nothing but age bands; only in a band of one year the next birthday comes within a year for certain.
/// </summary>
internal sealed class Leaving(DbContext db, PolicyBook book, AidCases cases, PolicyParameters values, DateOnly today)
{
    private const int BatchSize = 50;
    private const int MostBatches = 4;
    private const int MonthsOfYear = 12;

    private readonly AidMonth now = AidMonth.Of(today);
    private readonly DateOnly until = today.AddDays(values.Number("desk.leavingDays"));

    public async Task<Found> FindAsync(Asked asked, CancellationToken ct)
    {
        var found = new List<Candidate>();
        var after = Guid.TryParse(asked.After, out var last) ? last : Guid.Empty;
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var files = await db.Set<HouseholdFile>().AsNoTracking().Inside(asked.Village)
                .Where(file => file.FactsRevision > 0 && file.HouseholdId.CompareTo(after) > 0)
                .OrderBy(file => file.HouseholdId)
                .Take(BatchSize)
                .ToListAsync(ct);
            var batchOf = await LoadAsync(files, asked.Policy, ct);
            foreach (var file in files)
            {
                after = file.HouseholdId;
                found.AddRange(await OfAsync(file, batchOf));
                if (found.Count >= asked.Size) return new Found(found, after.ToString());
            }

            if (files.Count < BatchSize) return new Found(found, null);
        }

        return new Found(found, after.ToString());
    }

    private async Task<List<Candidate>> OfAsync(HouseholdFile file, Batch batch)
    {
        var found = new List<Candidate>();
        var enjoyed = batch.Enjoyed[file.HouseholdId].ToList();
        if (enjoyed.Count == 0) return found;
        var outlook = OutlookOn(file, batch, facts => facts);
        foreach (var aid in enjoyed.ToList())
        {
            if (await EndAsync(aid, outlook) is not { } end) continue;
            enjoyed.Remove(aid);
            var why = await outlook.WhyNotAsync(aid.Aid, end.AddMonths(1));
            found.Add(ToCandidate(aid, end.Last, [values.Line("desk.leaving.until", Day(end.Last)), .. why ?? Retention(file)]));
        }

        foreach (var member in file.Facts!.Members.Where(member => member.Age.From == member.Age.To))
        {
            var older = OutlookOn(file, batch, facts => Older(facts, member));
            foreach (var aid in enjoyed.ToList())
            {
                var end = aid.End;
                if (await older.GoesOnAsync(aid.Aid, end, MonthsOfYear) || !await outlook.GoesOnAsync(aid.Aid, end, MonthsOfYear)) continue;
                enjoyed.Remove(aid);
                var why = await older.WhyNotAsync(aid.Aid, end.AddMonths(1));
                found.Add(ToCandidate(aid, null, [values.Line("desk.leaving.age", member.Age.To, member.Age.To + 1), .. why ?? []]));
            }
        }

        return found;
    }

    // The last month of an aid that ends within the days; null where it goes on, or was meant to be given once.
    private async Task<AidMonth?> EndAsync(Enjoyed aid, Outlook outlook)
    {
        var end = aid.End;
        for (var month = now.AddMonths(1); month.First <= until; month = month.AddMonths(1))
        {
            if (await outlook.GivenUntilAsync(aid.Aid, month) is { } later && later > end) end = later;
        }

        if (end.Last > until || await outlook.GoesOnAsync(aid.Aid, end, MonthsOfYear)) return null;
        return aid.Periods == 1 && await outlook.IsGivenAlreadyAsync(aid.Aid, end.AddMonths(1)) ? null : end;
    }

    private async Task<Batch> LoadAsync(List<HouseholdFile> files, string? policy, CancellationToken ct)
    {
        var (households, month, first) = (files.Select(file => file.HouseholdId).ToHashSet(), now, now.AddMonths(-MonthsOfYear));
        var items = await db.Counting()
            .Where(item => households.Contains(item.HouseholdId) && item.Month > first && item.Month <= month && (policy == null || item.Policy == policy))
            .Where(item => item.Nature != AidNature.Reimbursement) // a bill is paid once; nothing ends with it
            .OrderBy(item => item.Sequence)
            .Select(item => new { item.ItemId, item.HouseholdId, item.Village, item.MemberId, item.Policy, item.Claim, item.Period, item.Month, item.Proposed })
            .ToListAsync(ct);
        var counted = await db.Set<AidSet>().AsNoTracking().Where(set => set.Month == month && households.Contains(set.HouseholdId))
            .ToDictionaryAsync(set => set.HouseholdId, set => set.Counted, ct);
        var enjoyed = items.GroupBy(item => (item.HouseholdId, Aid: new OngoingAid(item.Policy, item.MemberId, item.Claim)))
            .Select(same => (Item: same.Last(), same.Key.Aid, End: same.Max(item => AidPeriod.EndOf(item.Period, item.Month)), Periods: same.Select(item => item.Period).Distinct().Count()))
            .Where(aid => aid.End >= now)
            .ToLookup(aid => aid.Item.HouseholdId, aid => new Enjoyed(
                aid.Aid, aid.End, aid.Periods, aid.Item.ItemId, aid.Item.HouseholdId, aid.Item.Village, aid.Item.Period, aid.Item.Proposed));
        // Months to come are read for the whole batch, and only when somebody needs them.
        var months = new Dictionary<AidMonth, Dictionary<Guid, AidCase>>();
        return new Batch(enjoyed, counted, async (household, of) =>
        {
            if (!months.TryGetValue(of, out var known)) months[of] = known = await cases.LoadAsync(households, of, ct);
            return known.GetValueOrDefault(household);
        });
    }

    private Outlook OutlookOn(HouseholdFile file, Batch batch, Func<HouseholdFacts, HouseholdFacts> change) => new(
        book, values, now, batch.Counted.GetValueOrDefault(file.HouseholdId) ?? [], change, month => batch.CaseOf(file.HouseholdId, month));

    private IReadOnlyList<TraceLine> Retention(HouseholdFile file) =>
        file.RetainedUntil is { } last ? [values.Line("desk.leaving.retention", Day(last))] : [];

    private Candidate ToCandidate(Enjoyed aid, DateOnly? day, IReadOnlyList<TraceLine> reasons) => new(
        aid.ItemId, aid.HouseholdId, aid.Village, aid.Aid.MemberId, aid.Aid.Policy, book.NameOf(aid.Aid.Policy).Name, aid.Period, aid.Amount,
        day, IsCertain: day is not null, reasons);

    private static HouseholdFacts Older(HouseholdFacts facts, MemberFacts who) => facts with
    {
        Members = [.. facts.Members.Select(member => member.MemberId == who.MemberId ? member with { Age = AgeBand.Of(member.Age.To + 1) } : member)],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Enjoyed(OngoingAid Aid, AidMonth End, int Periods, Guid ItemId, Guid HouseholdId, DivisionCode Village, string Period, Money Amount);

    private sealed record Batch(ILookup<Guid, Enjoyed> Enjoyed, IReadOnlyDictionary<Guid, IReadOnlyList<CountedAid>> Counted, Func<Guid, AidMonth, Task<AidCase?>> CaseOf);
}
