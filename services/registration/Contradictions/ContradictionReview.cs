using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Contradictions;

/// <summary>Compares all that departments told of a person (数据比对), opens what contradicts and ends what does no longer; the caller saves.</summary>
internal sealed class ContradictionReview(RegistrationDb db, TimeProvider clock)
{
    private const string AidedSource = "aid";

    /// <summary>A state was told: everything known of the person is compared again.</summary>
    public async Task PersonAsync(PersonKey person, CancellationToken ct)
    {
        var states = await db.PersonStates.Where(row => row.MemberId == person.MemberId).ToListAsync(ct);
        states.AddRange(db.PersonStates.Local.Where(row => row.MemberId == person.MemberId && !states.Contains(row)));
        var told = states.Where(row => !row.IsWithdrawn).Select(row => new ToldState(row.Department, row.Source, row.State, row.From, row.To)).ToList();
        var aidMatters = ContradictionKind.On(clock.Today()).Any(kind => kind.Second == PersonState.Aided && told.Exists(state => state.State == kind.First));
        if (aidMatters) told.AddRange(await AidedAsync(person, told.Min(state => state.From), ct));
        await CompareAsync(person, told, ct);
    }

    /// <summary>Aid was approved: only people of whom something was told can contradict it.</summary>
    public async Task AidedAsync(AidApproved approved, CancellationToken ct)
    {
        var people = approved.Items.Select(item => item.MemberId).OfType<Guid>().Distinct().ToList();
        if (people.Count == 0) return;
        var known = await db.PersonStates.Where(row => people.Contains(row.MemberId)).Select(row => new { row.MemberId, row.HouseholdId, row.Village }).Distinct().ToListAsync(ct);
        foreach (var one in known.DistinctBy(one => one.MemberId)) await PersonAsync(new PersonKey(approved.HouseholdId, one.MemberId, one.Village), ct);
    }

    // What a department approved for the person, as one state from the first month to the last; what was approved just now is not saved yet.
    private async Task<List<ToldState>> AidedAsync(PersonKey person, DateOnly since, CancellationToken ct)
    {
        var month = AidMonth.Of(since);
        var accounts = await db.AidAccounts.Where(account => account.HouseholdId == person.HouseholdId && account.Month >= month).ToListAsync(ct);
        var ids = accounts.ConvertAll(account => account.Id);
        await db.AccountEntries.Where(entry => ids.Contains(entry.AccountId) && entry.Kind == AccountEntryKind.Approved).LoadAsync(ct);
        return
        [
            .. from account in accounts
               where account.Month.First > since // the month in which it happened is given whole
               from entry in account.Entries
               where entry.Kind == AccountEntryKind.Approved
               from line in entry.Lines
               where line.Member == person.MemberId && line.Amount > Money.Zero
               group account.Month by line.Department into months
               select new ToldState(months.Key, AidedSource, PersonState.Aided, months.Min().First, months.Max().Last),
        ];
    }

    private async Task CompareAsync(PersonKey person, List<ToldState> told, CancellationToken ct)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var known = (await db.Contradictions.Where(one => one.MemberId == person.MemberId).ToListAsync(ct)).ToDictionary(one => (one.Kind, one.FirstKey, one.SecondKey));
        foreach (var kind in ContradictionKind.On(today))
        {
            foreach (var (first, second) in told.SelectMany(_ => told, (first, second) => (first, second)).Where(pair => kind.Holds(pair.first, pair.second)))
            {
                if (known.Remove((kind.Code, first.Key, second.Key), out var before)) before.FindAgain(kind, first, second, now, today);
                else db.Contradictions.Add(Contradiction.Open(kind, person, first, second, now, today));
            }
        }

        foreach (var gone in known.Values) gone.Vanish(now);
    }
}
