using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Households;

/// <summary>A row about one household (户): it moves with the household when that moves to another village.</summary>
public interface IHouseholdRow : IScoped
{
    /// <summary>The household.</summary>
    Guid HouseholdId { get; }
}

/// <summary>
/// What a department keeps of a household on the register (救助档案). Events may arrive in any order and more than once: facts and
/// exit each have their own revision, and only a newer one counts.
/// </summary>
public sealed class HouseholdFile : IHouseholdRow, IVersioned
{
    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; init; }

    /// <inheritdoc />
    public DivisionCode Village { get; private set; }

    /// <summary>Its facts (户情); absent while only its exit has arrived.</summary>
    public HouseholdFacts? Facts { get; private set; }

    /// <summary>The revision of the facts.</summary>
    public int FactsRevision { get; private set; }

    /// <summary>The revision of its last registration.</summary>
    public int RegisteredRevision { get; private set; }

    /// <summary>The revision of its last exit (退出); a household is out while this is the newer one.</summary>
    public int ExitRevision { get; private set; }

    /// <summary>The last day on which a household that left keeps its aids (政策保留期); absent while it is on the register.</summary>
    public DateOnly? RetainedUntil { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether the household left the register.</summary>
    public bool HasLeft => RetainedUntil is not null;

    /// <summary>Whether the household receives aid in a month.</summary>
    public bool Receives(AidMonth month) => RetainedUntil is not { } last || last >= month.First;

    /// <summary>Takes facts; false when newer ones are known.</summary>
    public bool TakeFacts(int revision, HouseholdFacts facts)
    {
        if (revision <= FactsRevision) return false;
        (FactsRevision, Facts, Village) = (revision, facts, facts.Village);
        return true;
    }

    /// <summary>Takes a registration, which ends an earlier exit; false when nothing changed.</summary>
    public bool TakeRegistration(int revision, HouseholdFacts facts)
    {
        var returned = revision > ExitRevision && HasLeft;
        if (returned) RetainedUntil = null;
        RegisteredRevision = Math.Max(RegisteredRevision, revision);
        return TakeFacts(revision, facts) || returned;
    }

    /// <summary>Takes an exit; false when a newer one or a later registration is known.</summary>
    public bool TakeExit(int revision, DateOnly retainedUntil)
    {
        if (revision <= ExitRevision) return false;
        ExitRevision = revision;
        if (revision <= RegisteredRevision) return false;
        RetainedUntil = retainedUntil;
        return true;
    }
}
