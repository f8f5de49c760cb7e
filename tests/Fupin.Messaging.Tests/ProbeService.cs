using System.Globalization;
using Fupin.Contracts.Registration;
using Fupin.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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

    public static async Task<ProbeService> StartAsync(
        string broker, string folder, string service, bool listens, bool inbox = true, bool delivers = true, bool mended = false, int? batch = null, Type? consumer = null)
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
            ["Messaging:BatchSize"] = batch?.ToString(CultureInfo.InvariantCulture),
            [ProbeConsumer.Mended] = mended ? "yes" : null,
            ["Kestrel:Endpoints:http:Url"] = "http://127.0.0.1:0",
        });
        builder.AddDatabase<ProbeDb, SqliteProbeDb, SqlServerProbeDb>();
        builder.AddMessaging<ProbeDb>(service, listen =>
        {
            if (listens) listen.To(consumer ?? typeof(ProbeConsumer));
        });
        builder.Services.AddSingleton<AfterCommit>();
        builder.Services.AddSingleton<IInterceptor>(services => services.GetRequiredService<AfterCommit>());
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
        await TellAsync([(household, on)]);
        return household;
    }

    /// <summary>Tells several things at once, in their order.</summary>
    public Task TellAsync(IEnumerable<(Guid Household, DateOnly On)> exits) => WithAsync(async (services, db) =>
    {
        foreach (var (household, on) in exits) services.GetRequiredService<IOutbox>().Add(new HouseholdExited(household, 1, on, on));
        return await db.SaveChangesAsync();
    });

    public Task<int> EffectsAsync() => WithAsync((_, db) => db.Effects.CountAsync());

    public Task<List<Effect>> EffectsOfAsync(Guid household) => WithAsync((_, db) => db.Effects.Where(effect => effect.HouseholdId == household).ToListAsync());

    public Task<List<Effect>> AllEffectsAsync() => WithAsync((_, db) => db.Effects.AsNoTracking().ToListAsync());

    public Task<int> ExitsOfAsync(Guid household) => WithAsync((_, db) => db.Households.Where(one => one.Id == household).Select(one => one.Exits).SingleOrDefaultAsync());

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
