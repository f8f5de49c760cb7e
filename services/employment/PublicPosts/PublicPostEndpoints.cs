using Fupin.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.PublicPosts;

internal static class PublicPostEndpoints
{
    private const int MostRows = 200;

    public sealed record Answer(
        Guid Id, Guid HouseholdId, Guid MemberId, DivisionCode Village, string Title, DateOnly From, DateOnly? To, Money MonthlyPay);

    public static void MapPublicPosts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/public-posts", List).RequireAuthorization(Permissions.ReadAid);
        var posts = app.MapDesk("/public-posts").RequireAuthorization(Permissions.EnterAid);
        posts.MapPost("/", EnterPublicPost.Handle).Refuses(
            AidErrors.NoSuchHousehold, EmploymentErrors.NoSuchMember, EmploymentErrors.NoTitle, EmploymentErrors.WrongAmount,
            EmploymentErrors.WrongDates, EmploymentErrors.PostHeld);
        posts.MapPost("/{id:guid}/end", EndPublicPost.Handle)
            .Refuses(EmploymentErrors.NoSuchPost, EmploymentErrors.WrongDates, EmploymentErrors.PostEnded);
    }

    private static async Task<Ok<IReadOnlyList<Answer>>> List(EmploymentDb db, CancellationToken ct, Guid? household = null, DateOnly? on = null)
    {
        var rows = await db.Set<PublicPost>().AsNoTracking()
            .Where(row => household == null || row.HouseholdId == household)
            .Where(row => on == null || (row.From <= on && (row.To == null || row.To >= on)))
            .OrderByDescending(row => row.From)
            .Take(MostRows)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Answer>>(
            [.. rows.Select(row => new Answer(row.Id, row.HouseholdId, row.MemberId, row.Village, row.Title, row.From, row.To, row.MonthlyPay))]);
    }
}
