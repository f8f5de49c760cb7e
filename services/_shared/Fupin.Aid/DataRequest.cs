using Fupin.Aid.Households;
using Fupin.Contracts.Values;

namespace Fupin.Aid;

/// <summary>A question for identified data to another department, as recorded at this end (数据使用记录); never the data itself.</summary>
public sealed class DataRequest : IHouseholdRow
{
    /// <summary>The entry.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid HouseholdId { get; init; }

    /// <inheritdoc />
    public DivisionCode Village { get; init; }

    /// <summary>On whose behalf (经办人).</summary>
    public Guid OfficerId { get; init; }

    /// <summary>The purpose stated, a code of the purpose list.</summary>
    public required string Purpose { get; init; }

    /// <summary>What the officer was working on, such as an item or a settlement number.</summary>
    public required string Case { get; init; }

    /// <summary>The reason in the officer's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The names of the fields that came, with commas between.</summary>
    public required string Fields { get; init; }

    /// <summary>When, on the platform clock.</summary>
    public DateTime AtUtc { get; init; }
}
