using Fupin.Contracts.Registration;
using Fupin.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Fupin.Messaging.Tests;

/// <summary>The smallest service there can be: it counts what happened to households.</summary>
internal class ProbeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Household> Households => Set<Household>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessagingTables();
}

internal sealed class SqliteProbeDb(DbContextOptions<SqliteProbeDb> options) : ProbeDb(options);

internal sealed class SqlServerProbeDb(DbContextOptions<SqlServerProbeDb> options) : ProbeDb(options);

internal sealed class Effect
{
    public int Id { get; init; }

    public Guid HouseholdId { get; init; }

    public string? TraceId { get; init; }

    public Guid TransactionId { get; init; }
}

internal sealed class Household
{
    public Guid Id { get; init; }

    public int Exits { get; set; }
}

internal sealed class ProbeConsumer(ProbeDb db, IConfiguration settings) : IConsumer<HouseholdExited>
{
    /// <summary>Set when this service has learnt to handle what was poison.</summary>
    public const string Mended = "Probe:Mended";

    public static readonly DateOnly Poison = new(1999, 1, 1);
    public static readonly DateOnly FailsAfterItsEffect = new(1999, 1, 2);

    public async Task Consume(ConsumeContext<HouseholdExited> context)
    {
        var told = context.Message;
        if (told.On == Poison && settings[Mended] is null) throw new BadEventException("probe-poison", "This event is poison.");
        db.Effects.Add(new Effect
        {
            HouseholdId = told.HouseholdId,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            TransactionId = db.Database.CurrentTransaction!.TransactionId,
        });
        var household = await db.Households.SingleOrDefaultAsync(one => one.Id == told.HouseholdId);
        if (household is null) db.Households.Add(household = new Household { Id = told.HouseholdId });
        household.Exits++;
        if (told.On == FailsAfterItsEffect) throw new BadEventException("probe-late", "Fails after its effect.");
    }
}

/// <summary>Takes all that waits at once, and says so by the order in which it puts them down: one row for each household.</summary>
internal sealed class ProbeBatchConsumer(ProbeDb db) : IConsumer<Batch<HouseholdExited>>
{
    public async Task Consume(ConsumeContext<Batch<HouseholdExited>> context)
    {
        var told = context.Message.Select(message => message.Message).ToList();
        if (told.Any(one => one.On == ProbeConsumer.Poison)) throw new BadEventException("probe-poison", "This event is poison.");
        var ids = told.Select(one => one.HouseholdId).ToList();
        await db.Households.Where(one => ids.Contains(one.Id)).LoadAsync();
        foreach (var one in told)
        {
            var household = db.Households.Local.FindEntry(one.HouseholdId)?.Entity ?? db.Households.Add(new Household { Id = one.HouseholdId }).Entity;
            household.Exits++;
            db.Effects.Add(new Effect { HouseholdId = one.HouseholdId, TransactionId = db.Database.CurrentTransaction!.TransactionId });
        }
    }
}

/// <summary>Stops a service after a commit and before whatever comes next, as a process does that is killed there.</summary>
internal sealed class AfterCommit : DbTransactionInterceptor
{
    private TaskCompletionSource held = Released();

    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => held.TrySetResult();

    public override Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        held.Task;

    private static TaskCompletionSource Released()
    {
        var released = new TaskCompletionSource();
        released.SetResult();
        return released;
    }
}
