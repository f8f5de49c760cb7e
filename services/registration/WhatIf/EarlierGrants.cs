using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.Stacking;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.WhatIf;

/// <summary>What was really granted before a trial begins (以前月份已核定), read only for households that have an aid on which it can decide.</summary>
internal sealed class EarlierGrants(RegistrationDb db, AidMonth firstMonth)
{
    private readonly Dictionary<Guid, List<EarlierGrant>> read = [];

    /// <summary>The policies on which a rule of the book looks beyond the month.</summary>
    public static HashSet<string> PoliciesLookingBack(RuleBook book) =>
        [.. book.Rules.Where(rule => rule is NetOff or OncePer or Cap).SelectMany(rule => rule.Concerns)];

    /// <summary>The grants of some households in months before the trial's first one.</summary>
    public async Task<ILookup<Guid, EarlierGrant>> OfAsync(IReadOnlyCollection<Guid> households, CancellationToken ct)
    {
        var unread = households.Where(id => !read.ContainsKey(id)).ToList();
        if (unread.Count > 0)
        {
            foreach (var id in unread) read[id] = [];
            var accounts = await db.AidAccounts.AsNoTracking().Where(account => unread.Contains(account.HouseholdId) && account.Month < firstMonth).ToListAsync(ct);
            foreach (var account in accounts) read[account.HouseholdId].AddRange(account.Grants());
        }

        return households.SelectMany(id => read[id].Select(grant => (id, grant))).ToLookup(pair => pair.id, pair => pair.grant);
    }

    /// <summary>Forgets the batch that is done.</summary>
    public void Clear() => read.Clear();
}
