using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Matching;

/// <summary>How a member was brought to a job (劳务对接): lead, matched, hired, first wage, each with its day.</summary>
internal sealed class JobMatch : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Who looks for work (求职人员).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the lead (岗位线索号).</summary>
    public string LeadNo { get; set; } = "";

    /// <summary>Who brings them together, such as a labour cooperative or a family farm (对接单位).</summary>
    public string Cooperative { get; set; } = "";

    /// <summary>The job (岗位).</summary>
    public string Job { get; set; } = "";

    /// <summary>The day of the lead (提供线索).</summary>
    public DateOnly LeadOn { get; set; }

    /// <summary>The day person and job were matched (匹配).</summary>
    public DateOnly? MatchedOn { get; set; }

    /// <summary>The first day of work (录用).</summary>
    public DateOnly? HiredOn { get; set; }

    /// <summary>The last day of work, where it ended (离职).</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>The day of the last wage known (工资发放).</summary>
    public DateOnly? WageOn { get; set; }

    /// <summary>What that wage came to (工资).</summary>
    public Money? Wage { get; set; }

    public int Version { get; set; }
}
