using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals;

/// <summary>Why an item is as it is: its calculation and what stacking took away (明白账).</summary>
internal static class ExplainProposal
{
    public sealed record Answer(
        Guid ItemId, string Policy, string PolicyName, string Basis, string ParameterVersion, Money Proposed, Money Granted,
        IReadOnlyList<TraceLine> Trace, IReadOnlyList<Reduction> Reductions);

    public static async Task<Results<Ok<Answer>, Refusal>> Handle(Guid itemId, DbContext db, PolicyBook book, CancellationToken ct)
    {
        if (await db.Set<AidItem>().AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == itemId, ct) is not { } item) return AidErrors.NoSuchItem;
        var name = book.NameOf(item.Policy);
        return TypedResults.Ok(new Answer(
            item.ItemId, item.Policy, name.Name, name.Basis, item.ParameterVersion, item.Proposed, item.Granted, item.Trace, item.Reductions));
    }
}
