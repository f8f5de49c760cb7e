using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Aid.Approvals;

/// <summary>How far an approval has come (审批状态).</summary>
public enum ApprovalState
{
    /// <summary>Waits for the second officer (待复核).</summary>
    Open,

    /// <summary>Confirmed (已复核).</summary>
    Confirmed,

    /// <summary>Sent back to the desk (已退回).</summary>
    Returned,
}

/// <summary>A batch of items approved by one officer, to be confirmed or returned by another (审批批次).</summary>
public sealed class Approval : IScoped, IVersioned
{
    /// <summary>The approval.</summary>
    public Guid Id { get; init; }

    /// <summary>The region of the officer who approved: only officers of it or above see the batch.</summary>
    public DivisionCode Village { get; init; }

    /// <summary>The month of the items (月份).</summary>
    public AidMonth Month { get; init; }

    /// <summary>How far it has come.</summary>
    public ApprovalState State { get; private set; }

    /// <summary>How many items.</summary>
    public int Count { get; init; }

    /// <summary>The sum of what was approved.</summary>
    public Money Sum { get; init; }

    /// <summary>The officer who approved (经办人).</summary>
    public Guid ApprovedBy { get; init; }

    /// <summary>That officer's name.</summary>
    public required string ApprovedByName { get; init; }

    /// <summary>When, on the platform clock.</summary>
    public DateTime ApprovedAtUtc { get; init; }

    /// <summary>The officer who confirmed or returned it (复核人).</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>That officer's name.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>When, on the platform clock.</summary>
    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Confirms the batch; refused to the officer who approved it.</summary>
    public Refusal? Confirm(Guid officer, string name, DateTime atUtc)
    {
        if (State != ApprovalState.Open) return AidErrors.ApprovalClosed;
        if (officer == ApprovedBy) return AidErrors.SameOfficer;
        (State, ClosedBy, ClosedByName, ClosedAtUtc) = (ApprovalState.Confirmed, officer, name, atUtc);
        return null;
    }

    /// <summary>Returns the batch; the officer who approved it may take it back too.</summary>
    public Refusal? Return(Guid officer, string name, string reason, DateTime atUtc)
    {
        if (State != ApprovalState.Open) return AidErrors.ApprovalClosed;
        (State, ClosedBy, ClosedByName, ClosedAtUtc, Reason) = (ApprovalState.Returned, officer, name, atUtc, reason);
        return null;
    }
}
