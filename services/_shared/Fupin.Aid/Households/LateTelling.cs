using Fupin.Contracts.Values;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Households;

/// <summary>
/// A household of which something became known for a month that is over (迟到变更): that month and those after it are decided on again, in
/// order, because what was given in one month can decide on the next.
/// </summary>
public sealed class LateTelling : IHouseholdRow, IVersioned
{
    /// <inheritdoc />
    public Guid HouseholdId { get; init; }

    /// <inheritdoc />
    public DivisionCode Village { get; init; }

    /// <summary>The first month to decide on again.</summary>
    public AidMonth From { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Notes that a household is to be decided on again from a month on; the caller saves.</summary>
    internal static async Task NoteAsync(DbContext db, Guid household, DivisionCode village, AidMonth from, CancellationToken ct)
    {
        if (await db.Set<LateTelling>().FindAsync([household], ct) is not { } late)
        {
            db.Add(new LateTelling { HouseholdId = household, Village = village, From = from });
        }
        else if (from < late.From)
        {
            late.From = from;
        }
    }
}
