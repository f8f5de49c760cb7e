using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Businesses;

/// <summary>A business that a member started (创业主体): a shop, a workshop, a family farm.</summary>
internal sealed class Business : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Who runs it (经营者).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of its licence (营业执照号).</summary>
    public string LicenceNo { get; set; } = "";

    /// <summary>What it is called (名称).</summary>
    public string Name { get; set; } = "";

    /// <summary>Since when it runs (开业日).</summary>
    public DateOnly OpenedOn { get; set; }

    /// <summary>Since when it does not run normally any more (停业日): closed, or listed as irregular.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Whether it is the first business of this person (首次创业).</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether the owner works for himself and pays tax as such (个体经营); companies do not have that relief.</summary>
    public bool IsSelfEmployed { get; set; }

    public int Version { get; set; }

    /// <summary>The order of businesses: which opened first, then by licence.</summary>
    public static int Earlier(Business a, Business b) =>
        a.OpenedOn != b.OpenedOn ? a.OpenedOn.CompareTo(b.OpenedOn) : string.CompareOrdinal(a.LicenceNo, b.LicenceNo);
}
