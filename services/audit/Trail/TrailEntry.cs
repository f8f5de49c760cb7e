using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Audit.Trail;

/// <summary>A fact some department told (留痕记录), kept as it came, in order of arrival, chained to the one before. Never changed, never deleted.</summary>
internal sealed class TrailEntry : IScoped
{
    /// <summary>Its place in the chain, without gaps, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>The id of the message; unique, so that one told twice is kept once.</summary>
    public Guid EventId { get; init; }

    /// <summary>The wire name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>The household it is about (户), where it is about one.</summary>
    public Guid? HouseholdId { get; init; }

    /// <summary>The village it belongs to (行政村), or the region above it where it is about no village.</summary>
    public DivisionCode Village { get; init; }

    /// <summary>The department that told it.</summary>
    public required string Department { get; init; }

    /// <summary>The officer who did it (经办人), where a person did.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>When it happened, by the teller's platform clock.</summary>
    public DateTime HappenedAtUtc { get; init; }

    /// <summary>When it arrived, by audit's platform clock.</summary>
    public DateTime ArrivedAtUtc { get; init; }

    /// <summary>The event, canonical JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The hash of the entry before.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The hash over all of the above.</summary>
    public required string Hash { get; set; }
}

/// <summary>The end of the chain (链尾): the one row that appenders compete for, so that the chain never forks.</summary>
internal sealed class ChainHead : IVersioned
{
    public int Id { get; init; }

    /// <summary>The sequence of the last entry.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public string Hash { get; private set; } = Chain.Root;

    public int Version { get; set; }

    public void MoveTo(TrailEntry entry)
    {
        if (entry.Sequence != Sequence + 1 || entry.PreviousHash != Hash) throw new InvalidOperationException("The entry does not continue the chain.");
        Sequence = entry.Sequence;
        Hash = entry.Hash;
    }
}

/// <summary>The village a household lives in (户所在村), learned from what was told about it.</summary>
internal sealed class HouseholdPlace : IScoped
{
    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; set; }
}
