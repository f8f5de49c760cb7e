using Fupin.Aid.PersonStates;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Employment.Data;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.PublicPosts;

/// <summary>Notes the last day on a post (登记离岗).</summary>
internal static class EndPublicPost
{
    public sealed record Request(DateOnly On);

    public static async Task<Results<NoContent, Refusal>> Handle(Guid id, Request request, EmploymentDb db, AidDesk desk, IOutbox outbox, PolicyBook book, CancellationToken ct)
    {
        if (await db.Set<PublicPost>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } post) return EmploymentErrors.NoSuchPost;
        if (post.End(request.On) is { } refusal) return refusal;
        outbox.Tell(book, post);
        await desk.DecideAsync(post.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
