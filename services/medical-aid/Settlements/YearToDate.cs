using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.MedicalAid.Settlements;

/// <summary>What a person's bills of a year came to so far (年度累计), layer by layer.</summary>
internal sealed record YearToDate
{
    /// <summary>Stays in hospital (住院次数).</summary>
    public int Visits { get; init; }

    /// <summary>Paid by basic insurance (基本医保).</summary>
    public Money Basic { get; init; }

    /// <summary>What basic insurance left of the cost in scope (累计自付合规费用).</summary>
    public Money Left { get; init; }

    /// <summary>Paid by serious-illness insurance (大病保险).</summary>
    public Money Serious { get; init; }

    /// <summary>Paid by the supplementary layer (补充医疗保障).</summary>
    public Money Supplementary { get; init; }

    /// <summary>Paid by medical aid (医疗救助).</summary>
    public Money MedicalAid { get; init; }

    /// <summary>Total cost (总费用).</summary>
    public Money Total { get; init; }

    /// <summary>What the patient paid (自付).</summary>
    public Money SelfPaid { get; init; }
}

/// <summary>What a household's bills of a year came to so far (家庭年度累计).</summary>
internal sealed record FamilyToDate
{
    /// <summary>Settlements (结算次数).</summary>
    public int Bills { get; init; }

    /// <summary>Total cost (总费用).</summary>
    public Money Total { get; init; }

    /// <summary>Paid by medical aid (医疗救助), which has a limit for the household too.</summary>
    public Money MedicalAid { get; init; }

    /// <summary>What the household paid itself (自付).</summary>
    public Money SelfPaid { get; init; }
}

/// <summary>The counters of a person and year (个人年度累计).</summary>
internal sealed class PersonYear : IVersioned
{
    public Guid MemberId { get; init; }

    public int Year { get; init; }

    public YearToDate Counters { get; set; } = new();

    public int Version { get; set; }
}

/// <summary>The counters of a household and year (家庭年度累计); of two settlements at once, the second sees what the first left.</summary>
internal sealed class FamilyYear : IHouseholdRow, IVersioned
{
    public Guid HouseholdId { get; init; }

    public int Year { get; init; }

    public DivisionCode Village { get; set; }

    public FamilyToDate Counters { get; set; } = new();

    /// <summary>Up to what the household had paid itself when somebody looked after its warning (已处置的自付金额).</summary>
    public Money? HandledUpTo { get; set; }

    /// <summary>What was done about it (处置情况).</summary>
    public string? HandledHow { get; set; }

    /// <summary>Who looked after it (处置人).</summary>
    public Guid? HandledBy { get; set; }

    public DateTime? HandledAtUtc { get; set; }

    public int Version { get; set; }
}
