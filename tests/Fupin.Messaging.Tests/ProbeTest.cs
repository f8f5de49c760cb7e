using System.Text;
using Fupin.Testing;
using RabbitMQ.Client;

namespace Fupin.Messaging.Tests;

/// <summary>A test with a virtual host of its own on the shared broker, so that nothing is heard that it did not say.</summary>
public abstract class ProbeTest : IAsyncLifetime
{
    private string broker = "";
    private ProbePlaces places = null!;

    public async ValueTask InitializeAsync()
    {
        broker = await (await RabbitMqServer.GetSharedAsync()).CreateVirtualHostAsync();
        places = new ProbePlaces(broker);
    }

    public async ValueTask DisposeAsync()
    {
        await places.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<ProbeService> StartAsync(
        string service, bool listens = false, bool inbox = true, bool delivers = true, bool mended = false, int? batch = null, Type? consumer = null) =>
        places.StartAsync(service, listens, inbox, delivers, mended, batch, consumer);

    private protected Task<IAsyncDisposable> HoldWriterAsync(string service) => places.HoldWriterAsync(service);

    /// <summary>Waits until a queue holds nothing that is not in a consumer's hands.</summary>
    private protected async Task AllIsDeliveredAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Eventually.IsTrue(async () => (await channel.QueueDeclarePassiveAsync(queue)).MessageCount == 0);
    }

    /// <summary>Puts a body straight into a queue, past everything that writes events properly.</summary>
    private protected async Task SendRawAsync(string queue, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync(
            "", queue, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(body));
    }
}
