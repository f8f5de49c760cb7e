using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Employment.Loans;

/// <summary>What a loan is used for (贷款用途).</summary>
internal enum LoanUse
{
    /// <summary>Growing crops (种植).</summary>
    Crops,

    /// <summary>Keeping animals (养殖).</summary>
    Animals,

    /// <summary>Processing (加工).</summary>
    Processing,

    /// <summary>Trade and services (经商、服务).</summary>
    Trade,

    /// <summary>Anything else, such as a wedding or a house (非生产用途); not subsidised.</summary>
    Other,
}

/// <summary>A small loan to a household for production (扶贫小额贷款).</summary>
internal sealed class Loan : IHouseholdRow, IVersioned
{
    public Guid Id { get; init; }

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; init; }

    /// <summary>The borrower (借款人).</summary>
    public Guid MemberId { get; init; }

    public DivisionCode Village { get; init; }

    /// <summary>The bank (贷款银行).</summary>
    public required string Bank { get; init; }

    /// <summary>The number of the contract (合同号); the same loan is subsidised once.</summary>
    public required string ContractNo { get; init; }

    /// <summary>What the money is used for (贷款用途).</summary>
    public LoanUse Use { get; init; }

    public Money Principal { get; init; }

    /// <summary>The yearly rate of the contract in basis points (万分比).</summary>
    public int RateBasisPoints { get; init; }

    public DateOnly IssuedOn { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The day it was paid back (还清日).</summary>
    public DateOnly? RepaidOn { get; set; }

    /// <summary>The day since which it is overdue (逾期日).</summary>
    public DateOnly? OverdueSince { get; set; }

    public int Version { get; set; }

    /// <summary>Whether the rate of loans up to one year applies.</summary>
    public bool IsShort => DueOn <= IssuedOn.AddYears(1);

    /// <summary>Closes the loan, paid back or overdue.</summary>
    public Refusal? Close(DateOnly on, bool overdue)
    {
        if (RepaidOn is not null || OverdueSince is not null) return EmploymentErrors.LoanClosed;
        if (on < IssuedOn) return EmploymentErrors.WrongDates;
        if (overdue) OverdueSince = on;
        else RepaidOn = on;
        return null;
    }
}
