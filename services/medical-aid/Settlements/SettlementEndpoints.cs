using Fupin.Aid;
using Fupin.Aid.Parameters;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

internal static class SettlementEndpoints
{
    private const int MostRows = 200;

    private static readonly Refusal[] WrongBill =
    [
        MedicalAidErrors.WrongDates, MedicalAidErrors.TooLate, MedicalAidErrors.WrongTotal, MedicalAidErrors.WrongOutOfScope, MedicalAidErrors.NoInvoice,
        MedicalAidErrors.WrongVisit, MedicalAidErrors.NoLevel, MedicalAidErrors.NoDisease, MedicalAidErrors.WrongHospital, MedicalAidErrors.InvoiceTaken,
        AidErrors.ChangedMeanwhile,
    ];

    public sealed record Page(IReadOnlyList<SettlementAnswer> Items, long? Next);

    public sealed record ChangeAnswer(Guid Id, SettlementChangeKind Kind, string Reason, Guid By, string ByName, DateTime AtUtc);

    public static void MapSettlements(this IEndpointRouteBuilder app)
    {
        var settlements = app.MapDesk("/settlements");
        settlements.MapGet("/", List).RequireAuthorization(Permissions.ReadAid);
        settlements.MapGet("/{id:guid}", Get).RequireAuthorization(Permissions.ReadAid).Refuses(MedicalAidErrors.NoSuchSettlement);
        settlements.MapGet("/{id:guid}/changes", Changes).RequireAuthorization(Permissions.ReadAid);
        settlements.MapPost("/", EnterSettlement.Handle).RequireAuthorization(Permissions.EnterAid).Refuses(
        [
            .. WrongBill, AidErrors.NoSuchHousehold, MedicalAidErrors.NoSuchMember, MedicalAidErrors.NoSuchPerson, MedicalAidErrors.NobodyNamed,
            MedicalAidErrors.WrongIdNumber, MedicalAidErrors.RegisterDown, MedicalAidErrors.RetentionOver,
        ]);
        settlements.MapPost("/{id:guid}/correct", CorrectSettlement.Handle).RequireAuthorization(Permissions.EnterAid)
            .Refuses([.. WrongBill, MedicalAidErrors.NoSuchSettlement, MedicalAidErrors.AlreadyCancelled, AidErrors.NoReason]);
        settlements.MapPost("/{id:guid}/cancel", CancelSettlement.Handle).RequireAuthorization(Permissions.EnterAid)
            .Refuses(MedicalAidErrors.NoSuchSettlement, MedicalAidErrors.AlreadyCancelled, AidErrors.NoReason, AidErrors.ChangedMeanwhile);
    }

    private static async Task<Ok<Page>> List(
        MedicalAidDb db, CurrentParameters parameters, TimeProvider clock, CancellationToken ct,
        Guid? household = null, Guid? member = null, AidMonth? month = null, long after = 0, int size = 50)
    {
        var query = db.Settlements.AsNoTracking().Where(row => row.Sequence > after);
        if (household is not null) query = query.Where(row => row.HouseholdId == household);
        if (member is not null) query = query.Where(row => row.MemberId == member);
        if (month is { First: var first, Last: var last }) query = query.Where(row => row.On >= first && row.On <= last);

        size = Math.Clamp(size, 1, MostRows);
        var rows = await query.OrderBy(row => row.Sequence).Take(size + 1).ToListAsync(ct);
        var values = await parameters.OnAsync(clock.Today(), ct);
        return TypedResults.Ok(new Page(
            [.. rows.Take(size).Select(row => SettlementAnswer.Of(row, values))],
            rows.Count > size ? rows[size - 1].Sequence : null));
    }

    private static async Task<Results<Ok<SettlementAnswer>, Refusal>> Get(
        Guid id, MedicalAidDb db, CurrentParameters parameters, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Settlements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } bill) return MedicalAidErrors.NoSuchSettlement;
        return TypedResults.Ok(SettlementAnswer.Of(bill, await parameters.OnAsync(clock.Today(), ct)));
    }

    private static async Task<Ok<IReadOnlyList<ChangeAnswer>>> Changes(Guid id, MedicalAidDb db, CancellationToken ct)
    {
        var rows = await db.SettlementChanges.AsNoTracking().Where(row => row.SettlementId == id).OrderBy(row => row.Id).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<ChangeAnswer>>(
            [.. rows.Select(row => new ChangeAnswer(row.Id, row.Kind, row.Reason, row.By, row.ByName, row.AtUtc))]);
    }
}
