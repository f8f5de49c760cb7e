using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Contradictions;

/// <summary>How a contradiction ended (矛盾处理结果).</summary>
internal enum ContradictionOutcome
{
    /// <summary>The first department corrects its record (前者有误).</summary>
    FirstWrong,

    /// <summary>The second department corrects its record (后者有误).</summary>
    SecondWrong,

    /// <summary>Both are right (两者均属实).</summary>
    BothRight,

    /// <summary>The states contradict each other no longer (自行消除).</summary>
    Gone,
}

/// <summary>States of a person, told by two departments, that cannot both be (数据矛盾): somebody has to clear it up by a day.</summary>
internal sealed class Contradiction : IScoped, IVersioned
{
    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private init; }

    public Guid MemberId { get; private init; }

    /// <summary>The code of its kind (矛盾类别).</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The one record, with its department.</summary>
    public string FirstKey { get; private init; } = "";

    /// <summary>The other.</summary>
    public string SecondKey { get; private init; } = "";

    public string FirstDepartment { get; private init; } = "";

    public string SecondDepartment { get; private init; } = "";

    public DateOnly FirstFrom { get; private set; }

    public DateOnly SecondFrom { get; private set; }

    /// <summary>The department that clears it up (责任部门).</summary>
    public string Owner { get; private init; } = "";

    public DateTime OpenedAtUtc { get; private set; }

    /// <summary>The last day to clear it up (办理期限).</summary>
    public DateOnly DueOn { get; private set; }

    public string? Reply { get; private set; }

    public string? RepliedByName { get; private set; }

    public DateTime? RepliedAtUtc { get; private set; }

    /// <summary>How it ended; open while absent.</summary>
    public ContradictionOutcome? Outcome { get; private set; }

    public string? Reason { get; private set; }

    public string? ClosedByName { get; private set; }

    public DateTime? ClosedAtUtc { get; private set; }

    public int Version { get; set; }

    public bool IsOpen => Outcome is null;

    public static Contradiction Open(ContradictionKind kind, PersonKey person, ToldState first, ToldState second, DateTime atUtc, DateOnly today)
    {
        var opened = new Contradiction
        {
            Id = Guid.CreateVersion7(),
            HouseholdId = person.HouseholdId,
            Village = person.Village,
            MemberId = person.MemberId,
            Kind = kind.Code,
            FirstKey = first.Key,
            SecondKey = second.Key,
            FirstDepartment = first.Department,
            SecondDepartment = second.Department,
            Owner = kind.Owner == ContradictionOwner.First ? first.Department : second.Department,
        };
        opened.Start(kind, first, second, atUtc, today);
        return opened;
    }

    /// <summary>Found again: one that had gone by itself is open again, one that an officer closed stays closed.</summary>
    public void FindAgain(ContradictionKind kind, ToldState first, ToldState second, DateTime atUtc, DateOnly today)
    {
        if (Outcome == ContradictionOutcome.Gone) Start(kind, first, second, atUtc, today);
        else (FirstFrom, SecondFrom) = (first.From, second.From);
    }

    /// <summary>Found no longer: it is over by itself.</summary>
    public void Vanish(DateTime atUtc)
    {
        if (IsOpen) (Outcome, ClosedAtUtc) = (ContradictionOutcome.Gone, atUtc);
    }

    /// <summary>Says what the owner found so far (答复).</summary>
    public Refusal? Answer(string text, Act act)
    {
        if (!IsOpen) return ContradictionErrors.Closed;
        (Reply, RepliedByName, RepliedAtUtc) = (text, act.OfficerName, act.AtUtc);
        return null;
    }

    /// <summary>Ends it with an outcome and its reason (办结).</summary>
    public Refusal? Close(ContradictionOutcome outcome, string reason, Act act)
    {
        if (!IsOpen) return ContradictionErrors.Closed;
        (Outcome, Reason, ClosedByName, ClosedAtUtc) = (outcome, reason, act.OfficerName, act.AtUtc);
        return null;
    }

    private void Start(ContradictionKind kind, ToldState first, ToldState second, DateTime atUtc, DateOnly today)
    {
        (FirstFrom, SecondFrom, OpenedAtUtc, DueOn) = (first.From, second.From, atUtc, today.AddDays(kind.Days));
        (Outcome, Reason, ClosedByName, ClosedAtUtc) = (null, null, null, null);
    }
}

/// <summary>Whom a contradiction is about (当事人).</summary>
internal sealed record PersonKey(Guid HouseholdId, Guid MemberId, DivisionCode Village);
