using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Donors;

/// <summary>How a donor's money reaches the student (捐助方式).</summary>
internal enum DonationWay
{
    /// <summary>Through the special account, which pays it out (经专户转付).</summary>
    ThroughAccount,

    /// <summary>Handed to the student, with a receipt (直接交付).</summary>
    Direct,
}

/// <summary>A payment of a donor under a pairing (结对捐助到账).</summary>
internal sealed class PairingPayment : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The student (受助学生).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the agreement it is paid under (结对协议编号).</summary>
    public string PairingNo { get; set; } = "";

    /// <summary>The number of the receipt (票据号).</summary>
    public string ReceiptNo { get; set; } = "";

    /// <summary>The day it arrived (到账日期).</summary>
    public DateOnly PaidOn { get; set; }

    /// <summary>The amount (到账金额).</summary>
    public Money Amount { get; set; }

    /// <summary>How it reaches the student (捐助方式).</summary>
    public DonationWay Way { get; set; }

    public int Version { get; set; }
}
