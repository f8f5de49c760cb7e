using Fupin.Registration.Data;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>A purpose for which identified data may be read (用途), from a day on: by which departments, and which fields.</summary>
internal sealed class Purpose
{
    public const string PersonName = "name";
    public const string IdNumber = "idNumber";
    public const string Phone = "phone";
    public const string Account = "bankAccount";
    public const string Health = "health";
    public const string Certificate = "certificate";

    /// <summary>The purpose of putting a department's records to people, many at a time; it gives away no field of anybody.</summary>
    public const string MatchRecords = "match-records";

    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Fields { get; init; } = "";

    /// <summary>The departments to which it is open, joined by commas.</summary>
    public string Departments { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public string Basis { get; init; } = "";

    public bool Gives(string field) => Fields.Split(',').Contains(field);

    public bool IsOpenTo(string department) => Departments.Split(',').Contains(department);

    /// <summary>The purpose with a code that holds on a day.</summary>
    public static Task<Purpose?> FindAsync(RegistrationDb db, string? code, DateOnly day, CancellationToken ct) => db.Purposes.AsNoTracking()
        .Where(purpose => purpose.Code == code && purpose.From <= day && (purpose.To == null || purpose.To >= day))
        .OrderByDescending(purpose => purpose.From)
        .FirstOrDefaultAsync(ct);
}
