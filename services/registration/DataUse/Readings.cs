using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>Recording of readings (登记数据使用), and its limit.</summary>
internal static class Readings
{
    /// <summary>Refuses an officer who read too often in the last hour.</summary>
    public static async Task<Refusal?> TooOftenAsync(RegistrationDb db, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        var most = (await db.RegistrationRulesAsync(clock.Today(), ct)).RevealsPerHour;
        var since = clock.UtcNow().AddHours(-1);
        var read = await db.Readings.CountAsync(reading => reading.OfficerId == officer.Id && reading.AtUtc > since && reading.Purpose != Purpose.MatchRecords, ct);
        return read >= most ? RegistrationErrors.TooManyReveals.With(most) : null;
    }

    /// <summary>Records a reading and tells it (PersonalDataRead); the caller saves.</summary>
    public static void Record(
        RegistrationDb db, IOutbox outbox, CurrentOfficer officer, TimeProvider clock, Guid householdId, DivisionCode village, Purpose purpose, string? reason, string? @case)
    {
        var reading = new Reading
        {
            Id = Guid.CreateVersion7(),
            HouseholdId = householdId,
            Village = village,
            OfficerId = officer.Id,
            OfficerName = officer.Name,
            Department = officer.Department,
            Purpose = purpose.Code,
            Reason = reason,
            Case = @case,
            Fields = purpose.Fields,
            AtUtc = clock.UtcNow(),
        };
        db.Readings.Add(reading);
        outbox.Add(new PersonalDataRead(
            reading.Id, householdId, reading.OfficerId, reading.Department, reading.Purpose, reading.Fields.Split(','), reading.AtUtc));
    }
}
