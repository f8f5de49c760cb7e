using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Loans;

/// <summary>The bank's proof that the interest of a quarter was paid (结息凭证); without it the quarter is not subsidised.</summary>
internal sealed class LoanInterest : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The borrower (借款人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The loan (合同号).</summary>
    public string ContractNo { get; set; } = "";

    /// <summary>The quarter (季度), yyyy-Q1 … yyyy-Q4.</summary>
    public string Quarter { get; set; } = "";

    /// <summary>The day the interest was paid (付息日).</summary>
    public DateOnly PaidOn { get; set; }

    /// <summary>The interest paid, penalty interest left out (实付利息).</summary>
    public Money Interest { get; set; }

    public int Version { get; set; }

    /// <summary>The order of proofs: by quarter, then by loan.</summary>
    public static int Earlier(LoanInterest a, LoanInterest b) =>
        a.Quarter != b.Quarter ? string.CompareOrdinal(a.Quarter, b.Quarter) : string.CompareOrdinal(a.ContractNo, b.ContractNo);
}
