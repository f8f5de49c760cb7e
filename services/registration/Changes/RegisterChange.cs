using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Identification;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Changes;

/// <summary>What a change of the register is (变更类别).</summary>
internal enum ChangeKind
{
    /// <summary>The household moves to another village (迁移).</summary>
    Move,

    /// <summary>Members become a household of their own (分户).</summary>
    Split,

    /// <summary>The household goes over into another (并户).</summary>
    Merger,

    /// <summary>The household should not have been registered (清退).</summary>
    Removal,

    /// <summary>Nobody is left of the household (自然销户).</summary>
    End,
}

/// <summary>How far a change has come (变更状态).</summary>
internal enum ChangeState
{
    /// <summary>Waits for another officer (待批准).</summary>
    Open,

    /// <summary>Approved, and done (已批准).</summary>
    Approved,

    /// <summary>Refused (未批准).</summary>
    Refused,
}

/// <summary>What is to be changed (变更内容); which of these are there depends on the kind.</summary>
/// <param name="Village">The village to which a household moves.</param>
/// <param name="Group">The villagers' group there.</param>
/// <param name="Into">The household that takes this one in.</param>
/// <param name="Relations">Each leaving member's relation to the head of the household they come to, by its code.</param>
internal sealed record ChangeContent(
    DivisionCode? Village = null, string? Group = null, Guid? Into = null, IReadOnlyDictionary<Guid, string>? Relations = null);

/// <summary>A change of the register that one officer enters and another approves (名册变更).</summary>
internal sealed class RegisterChange : IScoped, IVersioned
{
    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private set; }

    public ChangeKind Kind { get; private init; }

    public ChangeState State { get; private set; }

    /// <summary>The content, JSON.</summary>
    public string ContentJson { get; private init; } = "{}";

    public string Reason { get; private init; } = "";

    public Guid EnteredBy { get; private init; }

    public string EnteredByName { get; private init; } = "";

    public DateTime EnteredAtUtc { get; private init; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTime? DecidedAtUtc { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Note { get; private set; }

    /// <summary>The day from which it holds, once approved (生效日期).</summary>
    public DateOnly? HoldsFrom { get; private set; }

    public int Version { get; set; }

    public ChangeContent Content => JsonSerializer.Deserialize<ChangeContent>(ContentJson, JsonSerializerOptions.Web)!;

    public static RegisterChange Enter(Guid household, DivisionCode village, ChangeKind kind, ChangeContent content, Act act) => new()
    {
        Id = Guid.CreateVersion7(),
        HouseholdId = household,
        Village = village,
        Kind = kind,
        ContentJson = JsonSerializer.Serialize(content, JsonSerializerOptions.Web),
        Reason = act.Reason!,
        EnteredBy = act.OfficerId!.Value,
        EnteredByName = act.OfficerName,
        EnteredAtUtc = act.AtUtc,
    };

    /// <summary>Who may decide: the town on where people live, the district on who leaves the register.</summary>
    public string Permission => Kind is ChangeKind.Removal or ChangeKind.End ? Permissions.ApproveRegister : Permissions.ReviewRegister;

    /// <summary>
    /// The day from which it holds when approved on a day: who leaves one household for another is given what is due there from the
    /// next month on, so that no month is given twice; everything else holds at once.
    /// </summary>
    public DateOnly HoldsFromWhenApproved(DateOnly today) =>
        Kind is ChangeKind.Split or ChangeKind.Merger ? AidMonth.Of(today).AddMonths(1).First : today;

    /// <summary>Approves it; never by the officer who entered it.</summary>
    public Refusal? Approve(Act act) => Decide(ChangeState.Approved, act) is { } refusal ? refusal : Hold(act.Today);

    /// <summary>Refuses it with a reason; the officer who entered it may take it back so.</summary>
    public Refusal? Refuse(Act act)
    {
        if (State != ChangeState.Open) return ChangeErrors.Decided;
        (State, DecidedBy, DecidedByName, DecidedAtUtc, Note) = (ChangeState.Refused, act.OfficerId, act.OfficerName, act.AtUtc, act.Reason);
        return null;
    }

    /// <summary>Follows the household to its new village.</summary>
    public void Follow(DivisionCode village) => Village = village;

    private Refusal? Decide(ChangeState state, Act act)
    {
        if (State != ChangeState.Open) return ChangeErrors.Decided;
        if (act.OfficerId == EnteredBy) return ChangeErrors.SameOfficer;
        (State, DecidedBy, DecidedByName, DecidedAtUtc) = (state, act.OfficerId, act.OfficerName, act.AtUtc);
        return null;
    }

    private Refusal? Hold(DateOnly today)
    {
        HoldsFrom = HoldsFromWhenApproved(today);
        return null;
    }
}
