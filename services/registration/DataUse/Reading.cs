using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.DataUse;

/// <summary>That identified data was read (数据使用记录): who, for what, which fields; never the values.</summary>
internal sealed class Reading : IScoped
{
    public Guid Id { get; init; }

    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; init; }

    public Guid OfficerId { get; init; }

    public string OfficerName { get; init; } = "";

    public string Department { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string? Reason { get; init; }

    /// <summary>What the officer was working on.</summary>
    public string? Case { get; init; }

    /// <summary>The names of the fields given, joined by commas.</summary>
    public string Fields { get; init; } = "";

    public DateTime AtUtc { get; init; }

    /// <summary>Records a reading and tells it (PersonalDataRead); the caller saves.</summary>
    public static Reading Record(
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
        return reading;
    }
}
