using System.Diagnostics;
using Fupin.Persistence.Jobs;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>Takes in the right households of an import that waits for the officer's word (确认导入).</summary>
internal static class CommitImport
{
    public static async Task<Results<Accepted<GetImport.Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, CurrentOfficer officer, JobBell<ImportJob> bell, CancellationToken ct)
    {
        var job = await db.Imports.SingleOrDefaultAsync(job => job.Id == id && job.OfficerId == officer.Id, ct);
        if (job is null) return RegistrationErrors.NoSuchImport;
        if (job.State != ImportState.Waiting) return RegistrationErrors.NotWaiting;
        if (job.Content is null) return RegistrationErrors.WorkbookGone;
        job.State = ImportState.Taking;
        job.Commit = true;
        job.TraceParent = Activity.Current?.Id;
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return TypedResults.Accepted($"/api/registration/imports/{id}", GetImport.Of(job, []));
    }
}
