using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Partners;

/// <summary>A second officer confirms a partner (复核交换单位); it takes the place of the one under the same sender.</summary>
internal static class ConfirmPartner
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DciPartners.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } partner) return DciErrors.NoSuchPartner;
        if (partner.Confirm(officer.Id, clock.UtcNow()) is { } refusal) return refusal;
        var before = await db.DciPartners
            .Where(one => one.SenderId == partner.SenderId && one.Id != id && one.ConfirmedAtUtc != null && one.EndedAtUtc == null)
            .ToListAsync(ct);
        foreach (var former in before) former.End(clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}

/// <summary>Ends the exchange with a partner (停用交换单位); one officer is enough to close a door.</summary>
internal static class EndPartner
{
    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, RegistrationDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DciPartners.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } partner) return DciErrors.NoSuchPartner;
        if (partner.End(clock.UtcNow()) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}

/// <summary>All partners (交换单位), the newest first.</summary>
internal static class FindPartners
{
    private const int Most = 200;

    public sealed record Line(
        Guid Id, string SenderId, string Name, Guid OfficerId, bool Signs, IReadOnlyList<Uri> Callbacks, Guid EnteredBy, DateTime EnteredAtUtc,
        Guid? ConfirmedBy, DateTime? ConfirmedAtUtc, DateTime? EndedAtUtc);

    public static async Task<Ok<IReadOnlyList<Line>>> Handle(RegistrationDb db, CancellationToken ct)
    {
        var partners = await db.DciPartners.AsNoTracking().OrderByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Line>>([.. partners.Select(one => new Line(
            one.Id, one.SenderId, one.Name, one.OfficerId, one.Keys is not null, one.CallbackBases, one.EnteredBy, one.EnteredAtUtc,
            one.ConfirmedBy, one.ConfirmedAtUtc, one.EndedAtUtc))]);
    }
}
