using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Employers;

/// <summary>A contract between a member and an employer (劳动合同).</summary>
internal sealed class EmploymentContract : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The worker (职工).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The employer (用人单位), by the unified credit code.</summary>
    public string EmployerCode { get; set; } = "";

    /// <summary>What the employer is called (单位名称).</summary>
    public string Employer { get; set; } = "";

    /// <summary>The number of the contract at the employer (合同编号).</summary>
    public string ContractNo { get; set; } = "";

    /// <summary>The first day of work.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day agreed on; open when absent.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The last day of work, where it ended (解除日).</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Whether the employer has another tax relief by head for this worker (已享受其他按人头税收优惠).</summary>
    public bool HasOtherRelief { get; set; }

    public int Version { get; set; }

    /// <summary>The last day of work known.</summary>
    public DateOnly LastDay() => EndedOn ?? To ?? DateOnly.MaxValue;

    /// <summary>The claim that stands for it: numbers of contracts are the employer's own.</summary>
    public string Claim() => $"{EmployerCode}/{ContractNo}";

    /// <summary>Whether it was agreed for so many months at least.</summary>
    public bool IsFor(int months) => To is not { } to || to >= From.AddMonths(months).AddDays(-1);

    /// <summary>Whether it covers a day of the month.</summary>
    public bool Covers(AidMonth month) => From <= month.Last && LastDay() >= month.First;

    /// <summary>The order in which contracts of a person count: who employed first, then by number.</summary>
    public static int Earlier(EmploymentContract a, EmploymentContract b) =>
        a.From != b.From ? a.From.CompareTo(b.From)
        : a.EmployerCode != b.EmployerCode ? string.CompareOrdinal(a.EmployerCode, b.EmployerCode)
        : string.CompareOrdinal(a.ContractNo, b.ContractNo);
}
