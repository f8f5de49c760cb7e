using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Industry;

/// <summary>What an agreement brought a household in a year (年度带动收益).</summary>
internal sealed class AgreementBenefit : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The agreement (协议编号).</summary>
    public string AgreementNo { get; set; } = "";

    /// <summary>The year (年度).</summary>
    public int Year { get; set; }

    /// <summary>What is due to the household (应得收益).</summary>
    public Money Amount { get; set; }

    /// <summary>The day it was paid to the household (兑现日); absent while it is only due.</summary>
    public DateOnly? PaidOn { get; set; }

    public int Version { get; set; }

    /// <summary>The order of benefits: by year, then by agreement.</summary>
    public static int Earlier(AgreementBenefit a, AgreementBenefit b) =>
        a.Year != b.Year ? a.Year.CompareTo(b.Year) : string.CompareOrdinal(a.AgreementNo, b.AgreementNo);
}
