using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Records.Unmatched;

/// <summary>Why a record is about nobody here (未匹配原因).</summary>
public enum UnmatchedReason
{
    /// <summary>No household on the register has the number (名册里没有).</summary>
    Unknown,

    /// <summary>The number cannot be right (证件号码有误).</summary>
    WrongNumber,

    /// <summary>The household is known but not registered yet; the record is entered when it is (尚未建档).</summary>
    NotRegistered,
}

/// <summary>How far the work on it is (核对状态).</summary>
public enum UnmatchedState
{
    /// <summary>It waits for an officer (待核对).</summary>
    Open,

    /// <summary>It was put to somebody (已匹配).</summary>
    Matched,

    /// <summary>It was put aside with a reason (不予登记).</summary>
    Dismissed,
}

/// <summary>A record for somebody nobody knows (未匹配记录): kept whole and sealed in a work list until an officer puts it to a person or aside.</summary>
public sealed class UnmatchedRecord : IScoped, IVersioned
{
    /// <summary>The name of the table.</summary>
    public const string Table = "UnmatchedRecords";

    /// <summary>The entry.</summary>
    public Guid Id { get; init; }

    /// <summary>The kind of the record.</summary>
    public required string Kind { get; init; }

    /// <summary>The record and whom it names, sealed.</summary>
    public SealedText Row { get; set; }

    /// <summary>A blind index of whom it names and its key, so that the same row again is the same entry.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Why it is here.</summary>
    public UnmatchedReason Reason { get; set; }

    /// <summary>How far the work on it is.</summary>
    public UnmatchedState State { get; private set; }

    /// <summary>The village it names, or the region of whoever entered it.</summary>
    public DivisionCode Village { get; init; }

    /// <summary>The household it is about, as soon as that is known.</summary>
    public Guid? HouseholdId { get; set; }

    /// <summary>The member it is about, likewise.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>Who entered it.</summary>
    public Guid EnteredBy { get; init; }

    /// <summary>That officer's name.</summary>
    public required string EnteredByName { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTime EnteredAtUtc { get; init; }

    /// <summary>Who decided on it; nobody when it was entered by itself after a registration.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>That officer's name.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>Why it was put aside.</summary>
    public string? Why { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Puts it to somebody; by nobody when the registration did it.</summary>
    public void Match(Guid householdId, Guid? memberId, Guid? by, string? byName, DateTime atUtc) =>
        (State, HouseholdId, MemberId, ClosedBy, ClosedByName, ClosedAtUtc) = (UnmatchedState.Matched, householdId, memberId, by, byName, atUtc);

    /// <summary>Puts it aside.</summary>
    public void Dismiss(string why, Guid by, string byName, DateTime atUtc) =>
        (State, Why, ClosedBy, ClosedByName, ClosedAtUtc) = (UnmatchedState.Dismissed, why, by, byName, atUtc);
}
