using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.Aid;

/// <summary>Aids of a household were approved by one officer and confirmed by a second (审批).</summary>
/// <param name="ApprovalId">The approval of this household's items within the officers' batch; unique for ever.</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Month">The month (月份).</param>
/// <param name="Items">What was approved.</param>
/// <param name="ApprovedBy">The officer who approved (经办人).</param>
/// <param name="ConfirmedBy">The officer who confirmed (复核人); never the same.</param>
/// <param name="AtUtc">When it was confirmed, on the platform clock.</param>
[EntityName("aid.aid-approved"), MessageUrn("fupin:aid:aid-approved")]
public sealed record AidApproved(
    Guid ApprovalId,
    Guid HouseholdId,
    string Department,
    AidMonth Month,
    IReadOnlyList<ApprovedItem> Items,
    Guid ApprovedBy,
    Guid ConfirmedBy,
    DateTime AtUtc);

/// <summary>An approved aid (核准项目).</summary>
/// <param name="ItemId">The item as proposed.</param>
/// <param name="Policy">The policy code.</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Nature">Cash, waiver and so on.</param>
/// <param name="Amount">What is given, fen: what was granted, less what was set off; zero where all of it was.</param>
/// <param name="Offsets">What earlier overpayments were set off against it (抵扣); absent where nothing was.</param>
public sealed record ApprovedItem(
    Guid ItemId, string Policy, Guid? MemberId, string Period, AidNature Nature, Money Amount, IReadOnlyList<Reduction>? Offsets = null);
