using Fupin.Aid;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.EducationAid.Schools;

internal static class SchoolEndpoints
{
    public sealed record RecordAnswer(Guid Id, Guid HouseholdId, Guid MemberId, string Term, string School, Money Tuition);

    public static void MapSchoolRecords(this IEndpointRouteBuilder app)
    {
        app.MapGet("/school-records", List).RequireAuthorization(Permissions.ReadAid);
        app.MapDesk("/school-records").MapPost("/", EnterSchoolRecord.Handle).RequireAuthorization(Permissions.EnterAid)
            .Refuses(AidErrors.NoSuchHousehold, EducationAidErrors.NoSuchPupil, EducationAidErrors.WrongTuition, EducationAidErrors.NoSuchTerm, EducationAidErrors.NoSchool);
    }

    private static async Task<Ok<IReadOnlyList<RecordAnswer>>> List(Guid household, EducationAidDb db, CancellationToken ct)
    {
        var rows = await db.SchoolRecords.AsNoTracking().Where(row => row.HouseholdId == household).OrderBy(row => row.Term).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<RecordAnswer>>(
            [.. rows.Select(row => new RecordAnswer(row.Id, row.HouseholdId, row.MemberId, row.Term, row.School, row.Tuition))]);
    }
}
