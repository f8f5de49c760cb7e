using Fupin.Contracts.Registration;
using Fupin.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Fupin.Messaging.Tests;

/// <summary>The smallest service there can be: it counts what happened to households.</summary>
internal class ProbeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

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
}

internal sealed class ProbeConsumer(ProbeDb db, IConfiguration settings) : IConsumer<HouseholdExited>
{
    /// <summary>Set when this service has learnt to handle what was poison.</summary>
    public const string Mended = "Probe:Mended";

    public static readonly DateOnly Poison = new(1999, 1, 1);
    public static readonly DateOnly FailsAfterItsEffect = new(1999, 1, 2);

    public Task Consume(ConsumeContext<HouseholdExited> context)
    {
        if (context.Message.On == Poison && settings[Mended] is null) throw new BadEventException("probe-poison", "This event is poison.");
        db.Effects.Add(new Effect { HouseholdId = context.Message.HouseholdId, TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() });
        return context.Message.On == FailsAfterItsEffect ? throw new BadEventException("probe-late", "Fails after its effect.") : Task.CompletedTask;
    }
}
