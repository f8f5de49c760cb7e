using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Persistence.Jobs;

/// <summary>Work in the background that outlives the process that began it (后台任务). Whichever replica holds the lease works on it.</summary>
public interface ILeasedJob : IVersioned
{
    /// <summary>The job.</summary>
    Guid Id { get; }

    /// <summary>The replica that works on it, or did when it was killed.</summary>
    string? Owner { get; set; }

    /// <summary>Until when it is that replica's alone, on the machine's clock.</summary>
    DateTime LeaseUntilUtc { get; set; }

    /// <summary>How often it was taken up without coming to an end.</summary>
    int Attempts { get; set; }

    /// <summary>The W3C trace context under which it goes on.</summary>
    string? TraceParent { get; }

    /// <summary>The region of the officer on whose behalf it runs.</summary>
    DivisionCode Region { get; }
}

/// <summary>How jobs of a type are worked off (后台任务处理). One instance works on one job for as long as this replica holds it, and may keep what it has read.</summary>
/// <typeparam name="TJob">The job.</typeparam>
public interface IJobWork<TJob>
    where TJob : class, ILeasedJob
{
    /// <summary>The jobs that wait for work, the oldest first.</summary>
    static abstract IQueryable<TJob> Waiting(DbContext db);

    /// <summary>Ends a job that was taken up too often.</summary>
    static abstract void Fail(TJob job);

    /// <summary>Does the next piece in a scope of its own, saves once at the end, and says whether there is more.</summary>
    Task<bool> StepAsync(TJob job, IServiceProvider services, CancellationToken ct);
}
