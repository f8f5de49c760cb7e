using Fupin.Contracts.Values;
using MassTransit;

namespace Fupin.Contracts.Aid;

/// <summary>A department told the whole set of its aids for a household and month (拟发).</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Month">The month (月份).</param>
/// <param name="Revision">The revision of the set; a newer one replaces the older one whole.</param>
/// <param name="Items">All its items; empty when there are none.</param>
[EntityName("aid.aid-proposed"), MessageUrn("fupin:aid:aid-proposed")]
public sealed record AidProposed(Guid HouseholdId, string Department, AidMonth Month, int Revision, IReadOnlyList<ProposedItem> Items);
