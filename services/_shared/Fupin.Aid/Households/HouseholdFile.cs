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

/// <summary>How a household stood with the register from a month on (在册情况).</summary>
/// <param name="Month">The month from which it stood so.</param>
/// <param name="Revision">The revision of the event that told it.</param>
/// <param name="RetainedUntil">The last day on which it keeps its aids, where it had left; absent on the register.</param>
public sealed record RegisterStanding(AidMonth Month, int Revision, DateOnly? RetainedUntil);

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

    /// <summary>The month of the day from which these facts hold; what held before stands in <see cref="FactsOfMonth"/>.</summary>
    public AidMonth FactsMonth { get; private set; }

    /// <summary>How it stood with the register in the course of time, in no particular order.</summary>
    public IReadOnlyList<RegisterStanding> Standings { get; private set; } = [];

    /// <summary>The households from which its members came and to which they went (转户关系).</summary>
    public IReadOnlyList<Kin> Kin { get; private set; } = [];

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

    /// <summary>Takes facts that hold from a day on; false when newer ones are known.</summary>
    public bool TakeFacts(int revision, DateOnly on, HouseholdFacts facts)
    {
        if (revision <= FactsRevision) return false;
        (FactsRevision, FactsMonth, Facts, Village) = (revision, AidMonth.Of(on), facts, facts.Village);
        return true;
    }

    /// <summary>Takes a registration, which ends an earlier exit; false when that changed nothing.</summary>
    public bool TakeRegistration(int revision, DateOnly on)
    {
        Stand(new RegisterStanding(AidMonth.Of(on), revision, null));
        var returned = revision > ExitRevision && HasLeft;
        if (returned) RetainedUntil = null;
        RegisteredRevision = Math.Max(RegisteredRevision, revision);
        return returned;
    }

    /// <summary>Takes an exit; false when a newer one or a later registration is known.</summary>
    public bool TakeExit(int revision, DateOnly on, DateOnly retainedUntil)
    {
        Stand(new RegisterStanding(AidMonth.Of(on), revision, retainedUntil));
        if (revision <= ExitRevision) return false;
        ExitRevision = revision;
        if (revision <= RegisteredRevision) return false;
        RetainedUntil = retainedUntil;
        return true;
    }

    /// <summary>The last day of its aids as known of a month; absent where it was on the register.</summary>
    public DateOnly? RetainedUntilAsOf(AidMonth month) => Standings.Where(one => one.Month <= month).MaxBy(one => one.Revision)?.RetainedUntil;

    /// <summary>Whether the household receives aid in a month, by what is known now.</summary>
    public bool Receives(AidMonth month) => RetainedUntil is not { } last || last >= month.First;

    /// <summary>Takes that members came or went; false when that is known.</summary>
    public bool TakeKin(Kin kin)
    {
        if (Kin.Any(known => (known.HouseholdId, known.From, known.IsOrigin, known.By) == (kin.HouseholdId, kin.From, kin.IsOrigin, kin.By))) return false;
        Kin = [.. Kin, kin];
        return true;
    }

    private void Stand(RegisterStanding standing)
    {
        if (!Standings.Any(known => known.Revision == standing.Revision)) Standings = [.. Standings, standing];
    }
}
