using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Loans;

/// <summary>A part of a loan that was paid back (部分还本), as the bank tells it; from that day on less is owed.</summary>
internal sealed class LoanRepayment : IPersonRecord
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

    /// <summary>The day the bank booked it (入账日).</summary>
    public DateOnly On { get; set; }

    /// <summary>How much of the principal was paid back (归还本金).</summary>
    public Money Principal { get; set; }

    public int Version { get; set; }
}
