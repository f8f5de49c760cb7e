using Fupin.Registration.Data;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>The officer's own imports, newest first (我的导入).</summary>
internal static class FindImports
{
    private const int LargestPage = 100;

    public sealed record Response(IReadOnlyList<GetImport.Response> Items, Guid? Next);

    public static async Task<Ok<Response>> Handle(RegistrationDb db, CurrentOfficer officer, Guid? after, int? size, CancellationToken ct)
    {
        var shown = Math.Clamp(size ?? 20, 1, LargestPage);
        var jobs = await db.Imports.AsNoTracking()
            .Where(job => job.OfficerId == officer.Id && (after == null || job.Id.CompareTo(after.Value) < 0))
            .OrderByDescending(job => job.Id)
            .Take(shown + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(new Response([.. jobs.Take(shown).Select(job => GetImport.Of(job, []))], jobs.Count > shown ? jobs[shown - 1].Id : null));
    }
}
