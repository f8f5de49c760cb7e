using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Premiums;

/// <summary>Which medical insurance a person has (参保险种); exactly one of them.</summary>
internal enum InsuranceScheme
{
    /// <summary>That of residents (居民医保); each pays a premium.</summary>
    Resident,

    /// <summary>That of employees (职工医保); the employer pays.</summary>
    Employee,
}

/// <summary>A line of the insurance office's list of who owes which premium for a year (参保缴费名单).</summary>
internal sealed class PremiumListing : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The insured person (参保人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The year insured (参保年度).</summary>
    public int Year { get; set; }

    public InsuranceScheme Scheme { get; set; }

    /// <summary>What the person owes for the year (应缴保费).</summary>
    public Money Premium { get; set; }

    /// <summary>The day it came here (登记日); the premium is taken over in that month.</summary>
    public DateOnly EnteredOn { get; set; }

    public int Version { get; set; }
}
