using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Employers;

/// <summary>A person's registration as working without an employer (灵活就业登记).</summary>
internal sealed class FlexibleWork : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Who works so (灵活就业人员).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>What the person does (从事工作).</summary>
    public string Occupation { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day; open when absent.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Whether less than five years were left to retirement on the first day (登记时距法定退休不足五年); facts hold no birth date.</summary>
    public bool IsNearRetirement { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it covers a day of the month.</summary>
    public bool Covers(AidMonth month) => From <= month.Last && (To is not { } to || to >= month.First);
}
