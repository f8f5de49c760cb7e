using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;

namespace Fupin.Registration.Accounts;

/// <summary>What happened in an account (账户变动类别).</summary>
internal enum AccountEntryKind
{
    /// <summary>It was stacked with another result (叠加).</summary>
    Stacked,

    /// <summary>Two officers of a department approved (审批).</summary>
    Approved,

    /// <summary>An officer decided on an overpayment (多发处理).</summary>
    OverpaymentDecided,
}

/// <summary>An item as an entry tells of it (账户变动明细). Of a stacking only what became otherwise is kept.</summary>
/// <param name="Item">The item.</param>
/// <param name="Department">The department.</param>
/// <param name="Policy">The policy code.</param>
/// <param name="Member">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Proposed">What was proposed; absent where nothing is any more, or the entry is not about it.</param>
/// <param name="Amount">What was granted, approved or decided on.</param>
/// <param name="Lines">What was taken away, each with its sentence.</param>
internal sealed record AccountLine(
    Guid Item, string Department, string Policy, Guid? Member, string Period, Money? Proposed, Money Amount, IReadOnlyList<Reduction> Lines);

/// <summary>An entry in the history of an account (账户变动): only ever added.</summary>
internal sealed class AccountEntry : IScoped
{
    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public DivisionCode Village { get; private set; }

    public AccountEntryKind Kind { get; private init; }

    /// <summary>What told it, so that it is entered once: an approval or a decision.</summary>
    public Guid SourceId { get; private init; }

    /// <summary>The revision of the account; 0 where it is not about one.</summary>
    public int Revision { get; private init; }

    public DateTime AtUtc { get; private init; }

    /// <summary>How an overpayment was decided, where the entry is about one.</summary>
    public OverpaymentDecision? Decision { get; private init; }

    /// <summary>The lines, JSON.</summary>
    public string LinesJson { get; private init; } = "[]";

    public IReadOnlyList<AccountLine> Lines => JsonSerializer.Deserialize<List<AccountLine>>(LinesJson, EventCatalog.Json)!;

    /// <summary>A stacking: what differs from the result before; null when only the sets it rests on do.</summary>
    public static AccountEntry? Of(AidAccount account, AidStacked? before, AidStacked now, DateTime atUtc)
    {
        var former = (before?.Items ?? []).ToDictionary(item => item.ItemId);
        var lines = new List<AccountLine>();
        foreach (var item in now.Items)
        {
            former.Remove(item.ItemId, out var was);
            if (was is not null && was.Proposed == item.Proposed && was.Granted == item.Granted && was.Reductions.SequenceEqual(item.Reductions)) continue;
            lines.Add(new AccountLine(item.ItemId, item.Department, item.Policy, item.MemberId, item.Period, item.Proposed, item.Granted, item.Reductions));
        }

        lines.AddRange(former.Values.Select(item => new AccountLine(item.ItemId, item.Department, item.Policy, item.MemberId, item.Period, null, Money.Zero, [])));
        return lines.Count == 0 ? null : Enter(account, AccountEntryKind.Stacked, Guid.CreateVersion7(), now.Revision, atUtc, lines);
    }

    public static AccountEntry Of(AidAccount account, AidApproved told) => Enter(
        account, AccountEntryKind.Approved, told.ApprovalId, 0, told.AtUtc,
        [.. told.Items.Select(item => new AccountLine(item.ItemId, told.Department, item.Policy, item.MemberId, item.Period, null, item.Amount, item.Offsets ?? []))]);

    public static AccountEntry Of(AidAccount account, OverpaymentDecided told, string period) => Enter(
        account, AccountEntryKind.OverpaymentDecided, told.DecisionId, 0, told.AtUtc,
        [new AccountLine(told.ItemId, told.Department, told.Policy, told.MemberId, period, null, told.Amount, [])], told.Decision);

    /// <summary>Follows the household to its new village.</summary>
    public void Follow(DivisionCode village) => Village = village;

    private static AccountEntry Enter(
        AidAccount account, AccountEntryKind kind, Guid source, int revision, DateTime atUtc, IReadOnlyList<AccountLine> lines, OverpaymentDecision? decision = null) => new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Village = account.Village,
            Kind = kind,
            SourceId = source,
            Revision = revision,
            AtUtc = atUtc,
            Decision = decision,
            LinesJson = JsonSerializer.Serialize(lines, EventCatalog.Json),
        };
}
