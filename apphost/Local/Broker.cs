namespace Fupin.AppHost.Local;

/// <summary>A RabbitMQ that is there until disposed.</summary>
internal interface IBroker : IAsyncDisposable
{
    /// <summary>amqp://user:password@host:port/virtual-host.</summary>
    string Address { get; }

    /// <summary>Ends when it answers; refuses with its own words when it never does.</summary>
    Task ReadyAsync(CancellationToken ct);
}

/// <summary>Finds a RabbitMQ or starts one: an address given, a container where Docker is, the rabbitmq-server package otherwise.</summary>
internal static class Broker
{
    public static async Task<IBroker> FindOrStartAsync(string? given, string folder, Action<string> say, CancellationToken ct)
    {
        if (given is not null) return await GivenBroker.FindAsync(given, ct);
        if (await ContainerBroker.TryStartAsync(folder, say, ct) is { } container) return container;
        return await PrivateBroker.StartAsync(folder, await ScriptsAsync(say, ct), ct);
    }

    /// <summary>The package's scripts; installs the package where it may be.</summary>
    public static async Task<string> ScriptsAsync(Action<string> say, CancellationToken ct)
    {
        if (PrivateBroker.FindScripts() is { } scripts) return scripts;
        await Packages.TryInstallAsync(say, ct, "rabbitmq-server");
        if (PrivateBroker.FindScripts() is { } installed) return installed;
        throw new CannotStartException("No RabbitMQ: give one with --broker amqp://…, or run 'sudo apt-get install -y rabbitmq-server' and start again.");
    }

    private sealed record GivenBroker(string Address) : IBroker
    {
        public static async Task<GivenBroker> FindAsync(string address, CancellationToken ct)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
                throw new CannotStartException($"'{address}' is no broker address; write amqp://user:password@host:port/virtual-host.");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                if (await FreePorts.AnswersAsync(uri.Host, uri.IsDefaultPort || uri.Port < 0 ? 5672 : uri.Port, limit.Token)) return new GivenBroker(address);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // Nobody there says no either; the sentence below says it.
            }

            throw new CannotStartException($"No broker answers at {uri.Host}:{(uri.Port < 0 ? 5672 : uri.Port)}.");
        }

        public Task ReadyAsync(CancellationToken ct) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
