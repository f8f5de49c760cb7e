using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Donors;

/// <summary>A donor who stands by one student for some years (一对一结对助学).</summary>
internal sealed class Pairing : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The student (受助学生).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the agreement (结对协议编号).</summary>
    public string PairingNo { get; set; } = "";

    /// <summary>The donor (捐资人): an enterprise, an organisation or a person who agreed to be named.</summary>
    public string Donor { get; set; } = "";

    /// <summary>What is promised for a year (每年认捐).</summary>
    public Money Pledge { get; set; }

    /// <summary>The first day (结对起始日).</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day (结对截止日); open where none is agreed.</summary>
    public DateOnly? EndsOn { get; set; }

    public int Version { get; set; }
}
