using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.Stacking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>The story of each item of a household's account over all revisions (历次变化), newest months first.</summary>
internal static class GetHistory
{
    /// <param name="What">proposed, stacked, withdrawn, approved, overpaid, offset or letGo.</param>
    /// <param name="Text">The same as a sentence.</param>
    public sealed record Step(DateTime AtUtc, string What, Money Amount, string Text);

    public sealed record Story(
        Guid ItemId, string Department, string DepartmentTitle, string Policy, string PolicyName, Guid Beneficiary, AidMonth Month, string Period, IReadOnlyList<Step> Steps);

    public sealed record Response(Guid Household, IReadOnlyList<Story> Items);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, CancellationToken ct, Guid? item = null, string? month = null)
    {
        AidMonth? asked = null;
        if (month is not null)
        {
            if (!AidMonth.TryParse(month, out var read)) return Stacking.StackingErrors.NotAMonth;
            asked = read;
        }

        if (!await db.Households.AnyAsync(one => one.Id == id, ct)) return RegistrationErrors.NoSuchHousehold;
        var accounts = await db.AidAccounts.AsNoTracking().Include(one => one.Entries)
            .Where(one => one.HouseholdId == id && (asked == null || one.Month == asked))
            .OrderByDescending(one => one.Month)
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(id, [.. accounts.SelectMany(account => StoriesOf(account, item))]));
    }

    // In the order in which they were entered, which is the order of their ids.
    private static IEnumerable<Story> StoriesOf(AidAccount account, Guid? item) =>
        from pair in account.Entries.OrderBy(entry => entry.Id).SelectMany(entry => entry.Lines.Select(line => (Entry: entry, Line: line)))
        where item is null || pair.Line.Item == item
        group pair by pair.Line.Item into told
        let line = told.First().Line
        orderby line.Department, line.Policy, line.Period
        select new Story(
            told.Key, line.Department, AccountTexts.TitleOf(line.Department), line.Policy, RuleBook.Default.NameOf(line.Policy), line.Member ?? account.HouseholdId,
            account.Month, line.Period, [.. StepsOf(told)]);

    // What was approved and is granted no longer is told as given too much, at the moment in which it fell.
    private static IEnumerable<Step> StepsOf(IEnumerable<(AccountEntry Entry, AccountLine Line)> told)
    {
        Money? proposed = null;
        var (reached, overpaid) = (Money.Zero, Money.Zero);
        foreach (var (entry, line) in told)
        {
            switch (entry.Kind)
            {
                case AccountEntryKind.Stacked:
                    if (line.Proposed is null) yield return Of(entry, "withdrawn", Money.Zero);
                    else if (line.Proposed != proposed) yield return Of(entry, "proposed", line.Proposed.Value);
                    proposed = line.Proposed;
                    if (line.Proposed is not null) yield return Of(entry, "stacked", line.Amount, line);
                    var over = Money.Max(Money.Zero, reached - line.Amount);
                    if (over > overpaid) yield return Of(entry, "overpaid", over);
                    overpaid = over;
                    break;
                case AccountEntryKind.Approved:
                    reached = line.Amount + Money.Sum(line.Lines.Select(offset => offset.Amount));
                    yield return Of(entry, "approved", line.Amount, line);
                    break;
                default:
                    yield return Of(entry, entry.Decision == Contracts.Aid.OverpaymentDecision.Offset ? "offset" : "letGo", line.Amount);
                    break;
            }
        }
    }

    private static Step Of(AccountEntry entry, string what, Money amount, AccountLine? line = null) => new(
        entry.AtUtc, what, amount, AccountTexts.OfStep(what, amount) + string.Concat((line?.Lines ?? []).Select(reduction => reduction.Text)));
}
