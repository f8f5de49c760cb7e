using System.Text.Json;
using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.MedicalAid.Settlements;

/// <summary>What was done to a settlement after it was made (结算变更).</summary>
internal enum SettlementChangeKind
{
    /// <summary>It was reversed (冲销).</summary>
    Cancelled,

    /// <summary>What the invoice says was corrected (更正).</summary>
    Corrected,
}

/// <summary>An entry on a settlement that was reversed or corrected (冲销、更正记录), with what it was before; only ever added.</summary>
internal sealed class SettlementChange : IHouseholdRow
{
    public Guid Id { get; init; }

    public Guid SettlementId { get; init; }

    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; init; }

    public SettlementChangeKind Kind { get; init; }

    /// <summary>Why, in the officer's words (理由).</summary>
    public required string Reason { get; init; }

    public Guid By { get; init; }

    public required string ByName { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>The settlement as it was before (变更前), whole.</summary>
    public required string Was { get; init; }

    public static SettlementChange Of(Settlement bill, SettlementChangeKind kind, string reason, CurrentOfficer officer, TimeProvider clock) => new()
    {
        Id = Guid.CreateVersion7(),
        SettlementId = bill.Id,
        HouseholdId = bill.HouseholdId,
        Village = bill.Village,
        Kind = kind,
        Reason = reason,
        By = officer.Id,
        ByName = officer.Name,
        AtUtc = clock.UtcNow(),
        Was = JsonSerializer.Serialize(bill, EventCatalog.Json),
    };
}
