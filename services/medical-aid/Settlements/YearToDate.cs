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

    /// <summary>Paid by supplementary insurance (补充保险).</summary>
    public Money Supplementary { get; init; }

    /// <summary>Paid by medical aid (医疗救助).</summary>
    public Money MedicalAid { get; init; }
}

/// <summary>The counters of a person and year (年度累计); of two settlements at once, the second sees what the first left.</summary>
internal sealed class PersonYear : IVersioned
{
    public Guid MemberId { get; init; }

    public int Year { get; init; }

    public YearToDate Counters { get; set; } = new();

    public int Version { get; set; }
}
