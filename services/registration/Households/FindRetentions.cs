using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification.Lists;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Households whose retention ends within the days of notice (政策保留期到期提醒), so that somebody tells them before their aids end.</summary>
internal static class FindRetentions
{
    private const int Most = 200;

    public sealed record Row(Guid Id, string? Number, DivisionCode Village, string Head, DateOnly ExitedOn, DateOnly RetainedUntil, int DaysLeft);

    public sealed record Response(int Days, int Count, IReadOnlyList<Row> Items);

    public static async Task<Ok<Response>> Handle(RegistrationDb db, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var days = (await db.RegistrationRulesAsync(today, ct)).RetentionNoticeDays;
        var last = today.AddDays(days);
        var ending = db.Households.AsNoTracking().Where(one =>
            one.Status == HouseholdStatus.Exited && one.ExitKind == ExitKind.OutOfPoverty && one.RetainedUntil >= today && one.RetainedUntil <= last);
        var rows = await ending.OrderBy(one => one.RetainedUntil).Take(Most).Include(one => one.Members).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            days,
            await ending.CountAsync(ct),
            [.. rows.Select(one => new Row(
                one.Id, one.Number, one.Village, Face.HeadOf(one, cipher), one.ExitedOn!.Value, one.RetainedUntil!.Value,
                one.RetainedUntil.Value.DayNumber - today.DayNumber))]));
    }
}
