using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Contradictions;

/// <summary>Contradictions between departments (数据矛盾列表): open ones by their day, or the newest closed ones.</summary>
internal static class FindContradictions
{
    private const int Most = 200;

    public sealed record Row(
        Guid Id, Guid HouseholdId, string? Number, DivisionCode Village, Guid MemberId, string Kind, string Text, string Basis,
        string FirstDepartment, string FirstTitle, DateOnly FirstFrom, string SecondDepartment, string SecondTitle, DateOnly SecondFrom,
        string Owner, string OwnerTitle, DateTime OpenedAtUtc, DateOnly DueOn, bool IsLate, string? Reply, string? RepliedByName, DateTime? RepliedAtUtc,
        ContradictionOutcome? Outcome, string? Reason, string? ClosedByName, DateTime? ClosedAtUtc, bool Mine);

    public sealed record Response(int Open, int Late, IReadOnlyList<Row> Items);

    public static async Task<Ok<Response>> Handle(
        RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct, bool closed = false, string? owner = null, Guid? household = null)
    {
        var today = clock.Today();
        var all = db.Contradictions.AsNoTracking()
            .Where(one => (owner == null || one.Owner == owner) && (household == null || one.HouseholdId == household));
        var chosen = closed
            ? all.Where(one => one.Outcome != null).OrderByDescending(one => one.ClosedAtUtc)
            : all.Where(one => one.Outcome == null).OrderBy(one => one.DueOn);
        var rows = await chosen.Take(Most).ToListAsync(ct);
        var ids = rows.Select(row => row.HouseholdId).Distinct().ToList();
        var numbers = await db.Households.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Number, ct);
        return TypedResults.Ok(new Response(
            await all.CountAsync(one => one.Outcome == null, ct),
            await all.CountAsync(one => one.Outcome == null && one.DueOn < today, ct),
            [.. rows.Select(row => Of(row, numbers.GetValueOrDefault(row.HouseholdId), today, officer))]));
    }

    private static Row Of(Contradiction row, string? number, DateOnly today, CurrentOfficer officer)
    {
        var kind = ContradictionKind.Find(row.Kind);
        return new Row(
            row.Id, row.HouseholdId, number, row.Village, row.MemberId, row.Kind, kind?.Text ?? row.Kind, kind?.Basis ?? "",
            row.FirstDepartment, AccountTexts.TitleOf(row.FirstDepartment), row.FirstFrom, row.SecondDepartment, AccountTexts.TitleOf(row.SecondDepartment), row.SecondFrom,
            row.Owner, AccountTexts.TitleOf(row.Owner), row.OpenedAtUtc, row.DueOn, row.IsOpen && row.DueOn < today, row.Reply, row.RepliedByName, row.RepliedAtUtc,
            row.Outcome, row.Reason, row.ClosedByName, row.ClosedAtUtc, row.IsOpen && ClearContradiction.MayClear(row, officer));
    }
}
