using MassTransit;

namespace Fupin.Contracts.Identity;

/// <summary>An officer was appointed, moved, or given other permissions (经办人变更).</summary>
/// <param name="OfficerId">The officer (经办人).</param>
/// <param name="Revision">The revision; only a newer one counts.</param>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Region">The region as whole segments of a division code.</param>
/// <param name="Permissions">All permissions held.</param>
/// <param name="Active">Whether the officer may sign in.</param>
[EntityName("identity.officer-changed"), MessageUrn("fupin:identity:officer-changed")]
public sealed record OfficerChanged(
    Guid OfficerId, int Revision, string Department, string Region, IReadOnlyList<string> Permissions, bool Active);
