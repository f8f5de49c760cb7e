using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals;

/// <summary>
/// The queue of the desk: items by month, state, village and policy (拟发项目列表). Machines page by key (<c>after</c>); people put it in
/// order by a column (<c>sort</c>, with a minus for descending) and leaf through it (<c>skip</c>), not further than an officer would.
/// </summary>
internal static class ListProposals
{
    private const int MostRows = 200;
    private const int Furthest = 10_000;

    public sealed record Page(IReadOnlyList<Row> Items, long? Next, int? Total);

    public sealed record Row(
        Guid ItemId, Guid HouseholdId, DivisionCode Village, Guid? MemberId, string Policy, string PolicyName, AidMonth Month, string Period,
        AidNature Nature, Money Proposed, Money Granted, AidItemState State, StackedState? Outcome, bool IsWithdrawn, string? Claim,
        IReadOnlyList<Reduction> Reductions, string Why, Guid? ApprovalId, Money ApprovedAmount,
        IReadOnlyList<Reduction> Offsets, Money Overpaid, OverpaymentState Overpayment);

    public static async Task<Results<Ok<Page>, Refusal>> Handle(
        DbContext db, PolicyBook book, CancellationToken ct,
        AidMonth? month = null, string? state = null, DivisionCode? village = null, string? policy = null, Guid? household = null, long after = 0, int size = 50,
        string? sort = null, int? skip = null)
    {
        var query = db.Set<AidItem>().AsNoTracking().Inside(village).Where(item => item.Sequence > after);
        if (month is { } wanted) query = query.Where(item => item.Month == wanted);
        if (policy is not null) query = query.Where(item => item.Policy == policy);
        if (household is not null) query = query.Where(item => item.HouseholdId == household);
        if (state is not null)
        {
            if (InState(query, state) is not { } filtered) return AidErrors.NoSuchState;
            query = filtered;
        }

        size = Math.Clamp(size, 1, MostRows);
        if (sort is not null || skip is not null)
        {
            var total = await query.CountAsync(ct);
            var leaf = await InOrder(query, sort ?? "").Skip(Math.Clamp(skip ?? 0, 0, Furthest)).Take(size).ToListAsync(ct);
            return TypedResults.Ok(new Page([.. leaf.Select(item => ToRow(item, book))], null, total));
        }

        var rows = await query.OrderBy(item => item.Sequence).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(new Page([.. rows.Take(size).Select(item => ToRow(item, book))], rows.Count > size ? rows[size - 1].Sequence : null, null));
    }

    // Equal ones stay in the order in which they arrived, so that no row is on two pages.
    private static IOrderedQueryable<AidItem> InOrder(IQueryable<AidItem> query, string sort) => (sort switch
    {
        "policy" => query.OrderBy(item => item.Policy),
        "-policy" => query.OrderByDescending(item => item.Policy),
        "period" => query.OrderBy(item => item.Period),
        "-period" => query.OrderByDescending(item => item.Period),
        "proposed" => query.OrderBy(item => item.Proposed),
        "-proposed" => query.OrderByDescending(item => item.Proposed),
        "granted" => query.OrderBy(item => item.Granted),
        "-granted" => query.OrderByDescending(item => item.Granted),
        "state" => query.OrderBy(item => item.State),
        "-state" => query.OrderByDescending(item => item.State),
        "household" => query.OrderBy(item => item.HouseholdId),
        "-household" => query.OrderByDescending(item => item.HouseholdId),
        _ => query.OrderBy(item => item.Sequence),
    }).ThenBy(item => item.Sequence);

    internal static Row ToRow(AidItem item, PolicyBook book) => new(
        item.ItemId, item.HouseholdId, item.Village, item.MemberId, item.Policy, book.NameOf(item.Policy).Name, item.Month, item.Period,
        item.Nature, item.Proposed, item.Granted, item.State, item.Outcome, item.IsWithdrawn, item.Claim,
        item.Reductions, WhyOf(item), item.ApprovalId, item.ApprovedAmount, item.Offsets, item.Overpaid, item.Overpayment);

    // What was taken away explains itself; otherwise the last line of the calculation does.
    private static string WhyOf(AidItem item) => item.Reductions.Count > 0
        ? string.Concat(item.Reductions.Select(reduction => reduction.Text))
        : item.Trace is [.., var last] ? $"{last.Label}：{last.Value}" : "";

    private static IQueryable<AidItem>? InState(IQueryable<AidItem> query, string state)
    {
        if (state == "overpaid") return query.Where(item => item.Overpayment == OverpaymentState.Open);
        if (state == "withdrawn") return query.Where(item => item.IsWithdrawn);
        if (Enum.TryParse<AidItemState>(state, ignoreCase: true, out var reached) && Enum.IsDefined(reached)) return query.Where(item => item.State == reached);
        if (Enum.TryParse<StackedState>(state, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome)) return query.Where(item => item.Outcome == outcome);
        return null;
    }
}
