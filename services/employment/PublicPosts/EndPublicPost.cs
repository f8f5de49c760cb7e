using Fupin.Aid.Proposals;
using Fupin.Employment.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.PublicPosts;

/// <summary>Notes the last day on a post (登记离岗).</summary>
internal static class EndPublicPost
{
    public sealed record Request(DateOnly On);

    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, Request request, EmploymentDb db, AidDesk desk, CancellationToken ct)
    {
        if (await db.Set<PublicPost>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } post) return EmploymentErrors.NoSuchPost;
        if (post.End(request.On) is { } refusal) return refusal;
        await desk.DecideAsync(post.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
