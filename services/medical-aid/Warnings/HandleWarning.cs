using Fupin.Aid;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.MedicalAid.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Warnings;

/// <summary>Says what was done about a warning (处置预警); it rests until the household pays more.</summary>
internal static class HandleWarning
{
    /// <param name="How">What was done, such as a visit and an application for temporary relief.</param>
    public sealed record Request(string? How);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid householdId, int year, Request request, MedicalAidDb db, CurrentParameters parameters, CurrentOfficer officer, TimeProvider clock, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.How)) return AidErrors.NoReason;
        var family = await db.FamilyYears.SingleOrDefaultAsync(row => row.HouseholdId == householdId && row.Year == year, ct);
        var file = await db.Set<HouseholdFile>().AsNoTracking().SingleOrDefaultAsync(row => row.HouseholdId == householdId, ct);
        if (family is null || file is null || !ListWarnings.IsWaiting(family)) return MedicalAidErrors.NoSuchWarning;
        if (ListWarnings.Of(family, file, await parameters.OnAsync(clock.Today(), ct)) is null) return MedicalAidErrors.NoSuchWarning;

        (family.HandledUpTo, family.HandledHow) = (family.Counters.SelfPaid, request.How);
        (family.HandledBy, family.HandledAtUtc) = (officer.Id, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
