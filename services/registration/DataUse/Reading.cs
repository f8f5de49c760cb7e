using Fupin.Contracts.Values;
using Fupin.Persistence;

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
}
