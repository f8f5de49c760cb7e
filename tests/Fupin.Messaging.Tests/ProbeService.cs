using Fupin.Contracts.Registration;
using Fupin.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fupin.Messaging.Tests;

/// <summary>A running probe service with its own database file; several may share one file, as replicas do.</summary>
internal sealed class ProbeService : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProbeService(WebApplication app) => this.app = app;

    public static async Task<ProbeService> StartAsync(string broker, string folder, string service, bool listens, bool inbox = true, bool delivers = true, bool mended = false)
    {
        Directory.CreateDirectory(folder);
        var passphrase = Path.Combine(folder, "passphrase");
        if (!File.Exists(passphrase)) await File.WriteAllTextAsync(passphrase, "only for tests");

        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:probe"] = $"Data Source={Path.Combine(folder, service + ".db")}",
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Keys:Folder"] = folder,
            ["Keys:PassphraseFile"] = passphrase,
            ["Messaging:Inbox"] = inbox ? "on" : "off",
            [ProbeConsumer.Mended] = mended ? "yes" : null,
            ["Kestrel:Endpoints:http:Url"] = "http://127.0.0.1:0",
        });
        builder.AddDatabase<ProbeDb, SqliteProbeDb, SqlServerProbeDb>();
        builder.AddMessaging<ProbeDb>(service, listen =>
        {
            if (listens) listen.To<ProbeConsumer>();
        });
        if (!delivers)
        {
            // A process that stopped between its commit and the delivery.
            builder.Services.Remove(builder.Services.Single(entry => entry.ServiceType == typeof(IHostedService) && entry.ImplementationType == typeof(OutboxDelivery)));
        }

        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ProbeDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        // From here on its queue is bound: what is told now is not told to nobody.
        if (listens) await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(60));
        return new ProbeService(app);
    }

    public Task<Guid> TellAsync() => TellAsync(new DateOnly(2016, 5, 1));

    public async Task<Guid> TellAsync(DateOnly on)
    {
        var household = Guid.NewGuid();
        await WithAsync(async (services, db) =>
        {
            services.GetRequiredService<IOutbox>().Add(new HouseholdExited(household, 1, on, on));
            await db.SaveChangesAsync();
            return true;
        });
        return household;
    }

    public Task<int> EffectsAsync() => WithAsync((_, db) => db.Effects.CountAsync());

    public Task<List<Effect>> EffectsOfAsync(Guid household) => WithAsync((_, db) => db.Effects.Where(effect => effect.HouseholdId == household).ToListAsync());

    public Task<int> WaitingAsync() => WithAsync((_, db) => db.Set<OutboxMessage>().CountAsync());

    public Task<List<OutboxMessage>> OutboxAsync() => WithAsync((_, db) => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());

    public Task<List<DeadLetter>> DeadLettersAsync() => WithAsync((_, db) => db.Set<DeadLetter>().AsNoTracking().ToListAsync());

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Does something in a scope of its own, as a request does.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, ProbeDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ProbeDb>());
    }
}
