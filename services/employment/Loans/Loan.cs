using Fupin.Aid.Records;
using Fupin.Contracts.Values;
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

    /// <summary>Handed on to an enterprise or lent again (户贷企用、转贷); not subsidised.</summary>
    HandedOn,
}

/// <summary>A small loan to a household for production (扶贫小额贷款).</summary>
internal sealed class Loan : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The borrower (借款人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The bank (贷款银行).</summary>
    public string Bank { get; set; } = "";

    /// <summary>The number of the contract (合同号); the same loan is subsidised once.</summary>
    public string ContractNo { get; set; } = "";

    /// <summary>What the money is used for (贷款用途).</summary>
    public LoanUse Use { get; set; }

    /// <summary>What was lent (本金).</summary>
    public Money Principal { get; set; }

    /// <summary>The yearly rate of the contract in basis points (万分比).</summary>
    public int RateBasisPoints { get; set; }

    /// <summary>The household asked for it (户申请).</summary>
    public DateOnly? AppliedOn { get; set; }

    /// <summary>The village looked at it (村初审).</summary>
    public DateOnly? VillageOn { get; set; }

    /// <summary>The town looked at it (镇审核).</summary>
    public DateOnly? TownOn { get; set; }

    /// <summary>The district checked it (区复查).</summary>
    public DateOnly? DistrictOn { get; set; }

    /// <summary>The bank approved it (银行审定).</summary>
    public DateOnly? BankOn { get; set; }

    /// <summary>The day it was paid out (放款日).</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>The day it is due (到期日).</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The day it was paid back (还清日).</summary>
    public DateOnly? RepaidOn { get; set; }

    /// <summary>The day since which it is overdue (逾期日).</summary>
    public DateOnly? OverdueSince { get; set; }

    /// <summary>Whether another interest subsidy runs on it (已享受其他贴息).</summary>
    public bool? HasOtherSubsidy { get; set; }

    public int Version { get; set; }

    /// <summary>Whether the rate of loans up to one year applies.</summary>
    public bool IsShort() => DueOn <= IssuedOn.AddYears(1);

    /// <summary>Whether it is for production (生产用途).</summary>
    public bool IsForProduction() => Use is not (LoanUse.Other or LoanUse.HandedOn);

    /// <summary>Whether the five steps of its approval that are known follow each other, and the money came after them.</summary>
    public bool StepsAreInOrder()
    {
        var last = DateOnly.MinValue;
        foreach (var step in (ReadOnlySpan<DateOnly?>)[AppliedOn, VillageOn, TownOn, DistrictOn, BankOn, IssuedOn])
        {
            if (step is not { } day) continue;
            if (day < last) return false;
            last = day;
        }

        return true;
    }

    /// <summary>The order of loans: by contract.</summary>
    public static int Earlier(Loan a, Loan b) => string.CompareOrdinal(a.ContractNo, b.ContractNo);

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
