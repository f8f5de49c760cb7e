using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Stacking;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>
/// The accounts of households between which members went (转户后的叠加): once-per rules and caps hold over a split or a merger, because what
/// was granted before follows the person, and what was granted to the household counts for those who lived on it.
/// </summary>
internal sealed class Ancestry
{
    private readonly List<Lineage> lines;
    private readonly List<AidAccount> accounts;

    private Ancestry(List<Lineage> lines, List<AidAccount> accounts) => (this.lines, this.accounts) = (lines, accounts);

    /// <summary>Those of some households that members left or joined.</summary>
    public static async Task<IReadOnlySet<Guid>> BoundAsync(RegistrationDb db, IReadOnlyCollection<Guid> households, CancellationToken ct)
    {
        var lines = await db.Lineages.AsNoTracking()
            .Where(line => households.Contains(line.HouseholdId) || households.Contains(line.FromHouseholdId))
            .Select(line => new { line.HouseholdId, line.FromHouseholdId })
            .ToListAsync(ct);
        return lines.SelectMany(line => new[] { line.HouseholdId, line.FromHouseholdId }).ToHashSet();
    }

    /// <summary>Stacks a household's accounts from a month on, and those of households that go on from it.</summary>
    public static async Task StackFromAsync(
        RegistrationDb db, Guid household, IReadOnlyCollection<AidAccount> own, bool isBound, AidMonth month, RuleBook book, DateTime atUtc, IOutbox outbox,
        CancellationToken ct)
    {
        if (!isBound)
        {
            own.StackFrom(month, book, atUtc, outbox);
            return;
        }

        var lines = await LinesOfAsync(db, household, ct);
        var others = lines.SelectMany(line => new[] { line.HouseholdId, line.FromHouseholdId }).Where(id => id != household).Distinct().ToList();
        var bound = await db.AidAccounts.Where(account => others.Contains(account.HouseholdId)).ToListAsync(ct);
        new Ancestry(lines, [.. own, .. bound]).StackFrom(month, book, atUtc, outbox);
    }

    // Month after month over all of them: what one inherits was granted in an earlier month.
    private void StackFrom(AidMonth month, RuleBook book, DateTime atUtc, IOutbox outbox)
    {
        foreach (var account in accounts.Where(account => account.Month >= month).OrderBy(account => account.Month).ThenBy(account => account.HouseholdId))
        {
            var earlier = GrantsOf(account.HouseholdId, account.Month).Concat(Inherited(account.HouseholdId, account.Month, null, [])).ToList();
            if (account.Stack(book, earlier, atUtc) is { } stacked) outbox.Add(stacked);
        }
    }

    private IEnumerable<EarlierGrant> GrantsOf(Guid household, AidMonth before) =>
        accounts.Where(account => account.HouseholdId == household && account.Month < before).SelectMany(account => account.Grants());

    private IEnumerable<EarlierGrant> Inherited(Guid household, AidMonth before, IReadOnlySet<Guid>? people, HashSet<Guid> seen)
    {
        foreach (var line in lines.Where(line => line.HouseholdId == household && seen.Add(line.Id)))
        {
            var (until, came) = (line.From < before ? line.From : before, line.Members.ToHashSet());
            if (people is not null) came.IntersectWith(people);
            var whole = line.By != MovedBy.Transfer;
            foreach (var grant in GrantsOf(line.FromHouseholdId, until).Concat(Inherited(line.FromHouseholdId, until, came, seen)))
            {
                if (grant.MemberId is { } member ? came.Contains(member) : whole) yield return grant;
            }
        }
    }

    private static async Task<List<Lineage>> LinesOfAsync(RegistrationDb db, Guid household, CancellationToken ct)
    {
        var (found, asked, next) = (new List<Lineage>(), new HashSet<Guid>(), new List<Guid> { household });
        while (next.Count > 0)
        {
            asked.UnionWith(next);
            var lines = await db.Lineages.AsNoTracking().Where(line => next.Contains(line.HouseholdId) || next.Contains(line.FromHouseholdId)).ToListAsync(ct);
            found.AddRange(lines.Where(line => found.TrueForAll(known => known.Id != line.Id)));
            next = [.. lines.SelectMany(line => new[] { line.HouseholdId, line.FromHouseholdId }).Where(id => !asked.Contains(id)).Distinct()];
        }

        return found;
    }
}
