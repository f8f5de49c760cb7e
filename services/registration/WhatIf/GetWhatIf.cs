using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.WhatIf;

/// <summary>A trial with its progress and, once it is done, its result (试算结果); and the latest trials.</summary>
internal static class GetWhatIf
{
    private const int Latest = 50;

    public sealed record Response(
        Guid Id, WhatIfState State, int Households, int Processed, string? Reason, string StartedBy, DateTime StartedAtUtc, DateTime? EndedAtUtc, WhatIfRequest Request,
        WhatIfResult? Result);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, RegistrationDb db, CancellationToken ct)
    {
        var run = await OwnRegion(db).SingleOrDefaultAsync(one => one.Id == id, ct);
        return run is null ? WhatIfErrors.NoSuchRun : TypedResults.Ok(Of(run, withResult: true));
    }

    public static async Task<Ok<IReadOnlyList<Response>>> All(RegistrationDb db, CancellationToken ct)
    {
        var runs = await OwnRegion(db).OrderByDescending(one => one.StartedAtUtc).Take(Latest).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. runs.Select(run => Of(run, withResult: false))]);
    }

    /// <summary>Trials of the officer's own region: what one of the district finds is not for a town to read.</summary>
    public static IQueryable<WhatIfRun> OwnRegion(RegistrationDb db)
    {
        var region = db.Scope.Region;
        return db.WhatIfRuns.AsNoTracking().Where(run => run.Region == region);
    }

    private static Response Of(WhatIfRun run, bool withResult)
    {
        var state = run.StateAt(TimeProvider.System.GetUtcNow().UtcDateTime);
        var reason = run.Reason ?? (state == WhatIfState.Failed ? WhatIfErrors.Interrupted.Text : null);
        return new Response(
            run.Id, state, run.Households, run.Processed, reason, run.OfficerName, run.StartedAtUtc, run.EndedAtUtc, run.Request, withResult ? run.Result : null);
    }
}
