using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Changes;

/// <summary>Changes of the register (名册变更列表): those that wait, oldest first, or all of a household.</summary>
internal static class FindChanges
{
    private const int Most = 200;

    public sealed record Row(
        Guid Id, Guid HouseholdId, string? Number, DivisionCode Village, ChangeKind Kind, ChangeState State, string Reason, DivisionCode? ToVillage, Guid? Into,
        IReadOnlyList<Guid> Members, string EnteredByName, DateTime EnteredAtUtc, string? DecidedByName, DateTime? DecidedAtUtc, string? Note, DateOnly? HoldsFrom, bool Mine);

    public static async Task<Ok<IReadOnlyList<Row>>> Handle(RegistrationDb db, CurrentOfficer officer, CancellationToken ct, Guid? household = null)
    {
        var rows = await (
            from change in db.RegisterChanges.AsNoTracking()
            join one in db.Households.AsNoTracking() on change.HouseholdId equals one.Id
            where household == null ? change.State == ChangeState.Open : change.HouseholdId == household
            orderby change.EnteredAtUtc
            select new { Change = change, one.Number }).Take(Most).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. rows.Select(row => Of(row.Change, row.Number, officer))]);
    }

    // Mine is what this officer may decide on: the level fits, and somebody else entered it.
    private static Row Of(RegisterChange change, string? number, CurrentOfficer officer)
    {
        var content = change.Content;
        return new Row(
            change.Id, change.HouseholdId, number, change.Village, change.Kind, change.State, change.Reason, content.Village, content.Into,
            [.. content.Relations?.Keys ?? []], change.EnteredByName, change.EnteredAtUtc, change.DecidedByName, change.DecidedAtUtc, change.Note, change.HoldsFrom,
            change.State == ChangeState.Open && change.EnteredBy != officer.Id && officer.Has(change.Permission));
    }
}
