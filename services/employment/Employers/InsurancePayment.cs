using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Employers;

/// <summary>A month for which social insurance was paid (社会保险缴费), by an employer or by the person alone.</summary>
internal sealed class InsurancePayment : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The insured (参保人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The month it is for (费款所属月).</summary>
    public AidMonth Month { get; set; }

    /// <summary>The employer who pays (缴费单位), by the unified credit code; absent where the person pays alone.</summary>
    public string? EmployerCode { get; set; }

    /// <summary>What the employer paid (单位缴费).</summary>
    public Money ByEmployer { get; set; }

    /// <summary>What the person paid (个人缴费).</summary>
    public Money ByPerson { get; set; }

    public int Version { get; set; }

    /// <summary>The order of payments of a person: by month, then by employer.</summary>
    public static int Earlier(InsurancePayment a, InsurancePayment b) =>
        a.Month != b.Month ? a.Month.CompareTo(b.Month) : string.CompareOrdinal(a.EmployerCode, b.EmployerCode);
}
