using Fupin.Aid;
using Fupin.Aid.Households;
using Fupin.Aid.PersonStates;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.Employment.Data;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.PublicPosts;

/// <summary>Enters that a person took a public-interest post (登记公益性岗位).</summary>
internal static class EnterPublicPost
{
    private static readonly Money MostPay = Money.FromYuan(20_000);

    public sealed record Request(Guid HouseholdId, Guid MemberId, string Title, DateOnly From, DateOnly? To, Money MonthlyPay);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(Request request, EmploymentDb db, AidDesk desk, IOutbox outbox, PolicyBook book, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Length > 60) return EmploymentErrors.NoTitle;
        if (request.MonthlyPay <= Money.Zero || request.MonthlyPay > MostPay) return EmploymentErrors.WrongAmount;
        if (request.To < request.From) return EmploymentErrors.WrongDates;

        var file = await db.Set<HouseholdFile>().SingleOrDefaultAsync(row => row.HouseholdId == request.HouseholdId, ct);
        if (file?.Facts is not { } facts) return AidErrors.NoSuchHousehold;
        if (facts.Members.All(member => member.MemberId != request.MemberId)) return EmploymentErrors.NoSuchMember;
        var held = await db.Set<PublicPost>().Where(post => post.MemberId == request.MemberId).ToListAsync(ct);
        if (held.Any(post => post.Overlaps(request.From, request.To))) return EmploymentErrors.PostHeld;

        var post = new PublicPost
        {
            Id = Guid.CreateVersion7(),
            Key = PublicPost.KeyOf(request.MemberId, request.From),
            HouseholdId = request.HouseholdId,
            MemberId = request.MemberId,
            Village = file.Village,
            Title = request.Title,
            From = request.From,
            To = request.To,
            MonthlyPay = request.MonthlyPay,
        };
        db.Add(post);
        outbox.Tell(book, post);
        await desk.DecideAsync(request.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/public-posts/{post.Id}", new Response(post.Id));
    }
}
