using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.MedicalAid.Rehabilitation;

/// <summary>What was done for a disabled person (康复项目).</summary>
internal enum RehabilitationKind
{
    /// <summary>A course of training (康复训练).</summary>
    Training,

    /// <summary>A fitted device (辅助器具适配).</summary>
    Device,

    /// <summary>Medication of the mentally disabled (精神残疾人服药).</summary>
    Medication,
}

/// <summary>A rehabilitation service given to a disabled person (康复服务登记).</summary>
internal sealed class RehabilitationCase : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The disabled person (残疾人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the case (登记号); the same service is paid once.</summary>
    public string CaseNo { get; set; } = "";

    public RehabilitationKind Kind { get; set; }

    /// <summary>The institution that gave it (康复机构).</summary>
    public string Institution { get; set; } = "";

    /// <summary>When it was completed (完成日期); the limit of that year counts.</summary>
    public DateOnly CompletedOn { get; set; }

    /// <summary>What it cost (费用).</summary>
    public Money Cost { get; set; }

    /// <summary>The level of the person's disability when it came here (登记时残疾等级); absent without a valid certificate.</summary>
    public int? Level { get; set; }

    /// <summary>The day it came here (登记日); it is paid in that month.</summary>
    public DateOnly EnteredOn { get; set; }

    public int Version { get; set; }
}
