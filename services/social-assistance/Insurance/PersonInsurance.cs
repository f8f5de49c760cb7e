using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Insurance;

/// <summary>An insurance policy of a person (人身保单).</summary>
internal sealed class PersonInsurance : IPersonRecord, IInsurance
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Whom it insures (被保险人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    public string PolicyNo { get; set; } = "";

    public Risk Risk { get; set; }

    public Payer Payer { get; set; }

    public string Insurer { get; set; } = "";

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    /// <summary>The most the insurer pays (保险金额).</summary>
    public Money SumInsured { get; set; }

    public Money Premium { get; set; }

    public int Version { get; set; }

    Guid? IInsurance.Insured => MemberId;
}
