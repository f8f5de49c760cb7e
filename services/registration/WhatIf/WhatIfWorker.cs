using System.Collections.Concurrent;
using System.Threading.Channels;
using Fupin.Contracts.Aid.Grpc;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.WhatIf;

/// <summary>
/// Computes trials (试算后台处理), one after the other in the replica that was asked: the officer's token is needed for the departments and is
/// kept nowhere but here. Households are read page by page in the order of their keys; nothing of a page stays once it is added up.
/// </summary>
internal sealed partial class WhatIfWorker(IServiceScopeFactory scopes, ILogger<WhatIfWorker> log) : BackgroundService
{
    private const int Page = 1_000;
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, string> authorizations = new();

    public void Take(Guid run, string authorization)
    {
        authorizations[run] = authorization;
        waiting.Writer.TryWrite(run);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            var failed = WhatIfErrors.Interrupted;
            try
            {
                if (!authorizations.TryRemove(id, out var authorization) || await ComputeAsync(id, authorization, stoppingToken) is not { } refusal) continue;
                failed = refusal;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && exception is RpcException or DbUpdateException or System.Data.Common.DbException or InvalidOperationException)
            {
                Stopped(log, id, exception);
            }

            await FailAsync(id, failed, stoppingToken);
        }
    }

    // Null when the trial is done, or what stopped it.
    private async Task<Refusal?> ComputeAsync(Guid id, string authorization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, clock) = (services.GetRequiredService<RegistrationDb>(), services.GetRequiredService<TimeProvider>());
        var run = await db.WhatIfRuns.SingleAsync(one => one.Id == id, ct);
        var request = run.Request;
        services.GetRequiredService<CurrentScope>().Enter(request.Division ?? run.Region);
        var rules = await db.RegistrationRulesAsync(clock.Today(), ct);
        var present = await db.RuleBookAsync(ct);
        var (drafted, wrong) = StartWhatIf.BookWith(request.Rules ?? [], present);
        if (wrong is not null) return wrong;

        var departments = services.GetRequiredService<Departments>();
        var (opened, no) = await departments.OpenAsync(authorization, request.Parameters ?? [], ct);
        if (no is not null) return no;
        try
        {
            var tally = new Tally(present, rules.SmallestGroup, rules.MostLosers);
            var all = HouseholdsOf(db, request);
            var (count, computed, after) = (await all.CountAsync(ct), 0, Guid.Empty);
            while (true)
            {
                var page = await all.Where(one => one.Id.CompareTo(after) > 0).OrderBy(one => one.Id).Take(Page)
                    .Select(one => new TrialHousehold(one.Id, one.Number, one.Village, one.Attribute, one.ToldAges))
                    .ToListAsync(ct);
                if (page.Count == 0) break;
                after = page[^1].Id;
                var earlier = new EarlierGrants(db, request.Month);
                var (now, then) = (new BatchTrial(opened, present, asDrafted: false, earlier), new BatchTrial(opened, drafted!, asDrafted: true, earlier));
                await AddAsync(tally, page, request, now, then, ct);
                computed += page.Count;
                run.Advance(computed, count, TimeProvider.System.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(ct);
            }

            run.Finish(tally.Result(), clock.UtcNow());
            await db.SaveChangesAsync(ct);
            return null;
        }
        finally
        {
            foreach (var one in opened) one.Dispose();
        }
    }

    private static IQueryable<Household> HouseholdsOf(RegistrationDb db, WhatIfRequest request)
    {
        var first = request.Month.First;
        var all = db.Households.AsNoTracking().Where(one => one.Number != null && (one.Status == HouseholdStatus.Registered || one.RetainedUntil >= first));
        return request.Attribute is { } attribute ? all.Where(one => one.Attribute == attribute) : all;
    }

    private static async Task AddAsync(Tally tally, List<TrialHousehold> page, WhatIfRequest request, BatchTrial now, BatchTrial then, CancellationToken ct)
    {
        var ids = TrialItems.Ids([.. page.Select(one => one.Id)]);
        var sums = new (Money Now, Money Then)[page.Count];
        for (var offset = 0; offset < request.Months; offset++)
        {
            var month = request.Month.AddMonths(offset);
            var (today, tomorrow) = (await now.ComputeAsync(month, page, ids, ct), await then.ComputeAsync(month, page, ids, ct));
            for (var place = 0; place < page.Count; place++)
            {
                var (before, after) = tally.AddMonth(month, today[place], tomorrow[place]);
                sums[place] = (sums[place].Now + before, sums[place].Then + after);
            }
        }

        for (var place = 0; place < page.Count; place++) tally.AddHousehold(page[place], sums[place].Now, sums[place].Then);
    }

    private async Task FailAsync(Guid id, Refusal reason, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistrationDb>();
        var run = await db.WhatIfRuns.SingleAsync(one => one.Id == id, ct);
        run.Fail(reason.Text, scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What-if {Run} stopped.")]
    private static partial void Stopped(ILogger log, Guid run, Exception exception);
}
