using Fupin.Aid.Households;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Aid.Proposals;

/// <summary>How far an item has come (项目状态).</summary>
public enum AidItemState
{
    /// <summary>Proposed; stacking has not answered yet (待叠加).</summary>
    Proposed,

    /// <summary>Stacked; it can be approved where something was granted (待审批).</summary>
    Stacked,

    /// <summary>Approved by one officer (待复核).</summary>
    Approved,

    /// <summary>Confirmed by a second officer (已复核).</summary>
    Confirmed,
}

/// <summary>What became of an amount given too much (多发处理).</summary>
public enum OverpaymentState
{
    /// <summary>Nothing was given too much (无).</summary>
    None,

    /// <summary>An officer has to decide (待处理).</summary>
    Open,

    /// <summary>Set off against what comes next (抵扣).</summary>
    Offset,

    /// <summary>Let go (免予追回).</summary>
    LetGo,
}

/// <summary>
/// An aid in a department's set (拟发项目). Once approved it is never silently changed: what stacking takes away from a confirmed
/// item is an overpayment that an officer decides on.
/// </summary>
public sealed class AidItem : IHouseholdRow, IVersioned
{
    /// <summary>What a line says as its rule that sets off an overpayment.</summary>
    public const string OffsetRule = "offset";

    private AidItem()
    {
    }

    internal AidItem(Guid householdId, AidMonth month, DivisionCode village, ProposedItem proposed, DateOnly today)
    {
        (ItemId, HouseholdId, Month, Village, Policy) = (proposed.ItemId, householdId, month, village, proposed.Policy);
        (MemberId, Period, Claim, ProposedOn) = (proposed.MemberId, proposed.Period, proposed.Claim, today);
        Propose(proposed);
    }

    /// <summary>The order of entry, by which lists are paged.</summary>
    public long Sequence { get; private set; }

    /// <summary>The item as all departments know it.</summary>
    public Guid ItemId { get; private set; }

    /// <inheritdoc />
    public Guid HouseholdId { get; private set; }

    /// <summary>The month of its set (月份).</summary>
    public AidMonth Month { get; private set; }

    /// <inheritdoc />
    public DivisionCode Village { get; internal set; }

    /// <summary>The policy code.</summary>
    public string Policy { get; private set; } = "";

    /// <summary>The beneficiary, where it is a person.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The period it is for.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Cash, waiver and so on.</summary>
    public AidNature Nature { get; private set; }

    /// <summary>The day on which the rules found it first: who is entitled waits from then on (符合条件日期).</summary>
    public DateOnly ProposedOn { get; private set; }

    /// <summary>What was proposed.</summary>
    public Money Proposed { get; private set; }

    /// <summary>The claim it pays (报销单据), where there is one.</summary>
    public string? Claim { get; private set; }

    /// <summary>The whole of that claim.</summary>
    public Money? ClaimTotal { get; private set; }

    /// <summary>The version of the parameters it was computed with.</summary>
    public string ParameterVersion { get; private set; } = "";

    /// <summary>The number of the last parameter known then, by which its values are brought back.</summary>
    public int ParameterNumber => int.Parse(ParameterVersion.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How it was computed (计算过程).</summary>
    public IReadOnlyList<TraceLine> Trace { get; private set; } = [];

    /// <summary>How far it has come.</summary>
    public AidItemState State { get; private set; }

    /// <summary>What stacking made of it, once it has answered.</summary>
    public StackedState? Outcome { get; private set; }

    /// <summary>What remains after stacking.</summary>
    public Money Granted { get; private set; }

    /// <summary>What stacking took away, each with its sentence.</summary>
    public IReadOnlyList<Reduction> Reductions { get; private set; } = [];

    /// <summary>Whether the set does not hold it any more; only approved items stay on when that happens.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>The approval it is part of (审批批次).</summary>
    public Guid? ApprovalId { get; private set; }

    /// <summary>What was approved: what was granted, less what was set off.</summary>
    public Money ApprovedAmount { get; private set; }

    /// <summary>What earlier overpayments were set off against it (抵扣), each with its sentence.</summary>
    public IReadOnlyList<Reduction> Offsets { get; private set; } = [];

    /// <summary>What was confirmed beyond what is granted now (多发金额).</summary>
    public Money Overpaid { get; private set; }

    /// <summary>How much of it an officer has decided on.</summary>
    public Money Decided { get; private set; }

    /// <summary>How much of it nobody has decided on yet.</summary>
    public Money Undecided => Money.Max(Money.Zero, Overpaid - Decided);

    /// <summary>What became of it.</summary>
    public OverpaymentState Overpayment { get; private set; }

    /// <summary>Why the officer decided so.</summary>
    public string? OverpaymentReason { get; private set; }

    /// <summary>The officer who decided.</summary>
    public Guid? OverpaymentDecidedBy { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    // What reached the beneficiary by this item: the money, and the debt that it paid.
    private Money Reached => ApprovedAmount + Money.Sum(Offsets.Select(line => line.Amount));

    private bool IsApproved => State is AidItemState.Approved or AidItemState.Confirmed;

    /// <summary>Approves what was granted; the refusal where it cannot be approved.</summary>
    public Refusal? Approve(Guid approvalId)
    {
        if (Nature == AidNature.Imported) return AidErrors.PaidElsewhere;
        if (State != AidItemState.Stacked || IsWithdrawn || Granted <= Money.Zero) return AidErrors.NotReadyForApproval;
        (State, ApprovalId, ApprovedAmount) = (AidItemState.Approved, approvalId, Granted);
        return null;
    }

    /// <summary>Sets earlier overpayments off against an item that is being approved (抵扣).</summary>
    public void SetOff(IReadOnlyList<Reduction> lines)
    {
        if (lines.Count == 0) return;
        Offsets = [.. Offsets, .. lines];
        ApprovedAmount -= Money.Sum(lines.Select(line => line.Amount));
    }

    /// <summary>Confirms an approved item; refused when stacking changed it since.</summary>
    public Refusal? Confirm()
    {
        if (IsWithdrawn || Granted != Reached) return AidErrors.ChangedSinceApproval;
        State = AidItemState.Confirmed;
        return null;
    }

    /// <summary>Takes the approval back.</summary>
    public void ReturnToDesk() => (State, ApprovalId, ApprovedAmount, Offsets) = (AidItemState.Stacked, null, Money.Zero, []);

    /// <summary>Decides what becomes of the part of an overpayment that nobody has decided on.</summary>
    public Refusal? DecideOverpayment(OverpaymentDecision decision, string reason, Guid officer)
    {
        if (Overpayment != OverpaymentState.Open) return AidErrors.NothingOverpaid;
        Overpayment = decision == OverpaymentDecision.Offset ? OverpaymentState.Offset : OverpaymentState.LetGo;
        (Decided, OverpaymentReason, OverpaymentDecidedBy) = (Overpaid, reason, officer);
        return null;
    }

    // Proposes the item again; true when what other departments see of it changed.
    internal bool Propose(ProposedItem proposed)
    {
        var differs = IsWithdrawn || Nature != proposed.Nature || Proposed != proposed.Amount || ClaimTotal != proposed.ClaimTotal;
        var retold = !Trace.SequenceEqual(proposed.Trace);
        if (!differs && !retold) return false;
        (Nature, Proposed, ClaimTotal) = (proposed.Nature, proposed.Amount, proposed.ClaimTotal);
        (ParameterVersion, Trace, IsWithdrawn) = (proposed.ParameterVersion, proposed.Trace, false);
        if (differs && State == AidItemState.Stacked) (State, Outcome, Granted, Reductions) = (AidItemState.Proposed, null, Money.Zero, []);
        return true;
    }

    // Takes the item out of its set; false when nothing keeps it.
    internal bool Withdraw()
    {
        if (!IsApproved) return false;
        (IsWithdrawn, Granted, Outcome, Reductions) = (true, Money.Zero, StackedState.Refused, []);
        FindOverpayment();
        return true;
    }

    // Takes the result of stacking, unless it is about an amount that was replaced since.
    internal void Take(StackedItem result)
    {
        if (IsWithdrawn || result.Proposed != Proposed) return;
        (Granted, Outcome, Reductions) = (result.Granted, result.State, result.Reductions);
        if (State == AidItemState.Proposed) State = AidItemState.Stacked;
        FindOverpayment();
    }

    private void FindOverpayment()
    {
        if (State != AidItemState.Confirmed) return;
        Overpaid = Money.Max(Money.Zero, Reached - Granted);
        if (Undecided > Money.Zero) Overpayment = OverpaymentState.Open;
        else if (Decided == Money.Zero || Overpaid == Money.Zero) Overpayment = OverpaymentState.None;
    }
}
