using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Stacking;

namespace Fupin.Registration.Accounts;

/// <summary>Stacks the accounts of one household from a month on (重新叠加), and tells those whose result became another one.</summary>
internal static class StackingAgain
{
    // What was granted in a month can decide on later ones (once a year, yearly caps): those are stacked again after it.
    public static void StackFrom(this IEnumerable<AidAccount> accounts, AidMonth month, RuleBook book, DateTime atUtc, IOutbox outbox)
    {
        var all = accounts.OrderBy(account => account.Month).ToList();
        foreach (var affected in all.Where(account => account.Month >= month))
        {
            var earlier = all.Where(account => account.Month < affected.Month).SelectMany(account => account.Grants()).ToList();
            if (affected.Stack(book, earlier, atUtc) is { } stacked) outbox.Add(stacked);
        }
    }
}
