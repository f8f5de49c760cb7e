using System.Globalization;

namespace Fupin.AppHost.Local;

/// <summary>Who listens where, chosen once per run, and the configuration keys that follow from it.</summary>
internal sealed class Endpoints
{
    private readonly Dictionary<string, (int Http, int Grpc)[]> ports;

    private Endpoints(Dictionary<string, (int Http, int Grpc)[]> ports) => this.ports = ports;

    /// <summary>The platform's address.</summary>
    public Uri Gateway => new(Http(ports[Topology.Gateway][0].Http));

    /// <summary>Where each replica tells of its health, in the order in which they are started.</summary>
    public Uri[] Health => [.. Topology.Services.SelectMany(service => ports[service.Name]).Select(port => new Uri(Http(port.Http) + "health"))];

    public static Endpoints For(LocalOptions options)
    {
        var free = new Queue<int>(FreePorts.Take(2 * Topology.Services.Length * options.Replicas));
        return new Endpoints(Topology.Services.ToDictionary(
            service => service.Name,
            service => service.Name == Topology.Gateway
                ? [(options.Port, free.Dequeue())]
                : Enumerable.Range(0, options.Replicas).Select(_ => (free.Dequeue(), free.Dequeue())).ToArray()));
    }

    public int ReplicasOf(Service service) => ports[service.Name].Length;

    /// <summary>A replica's own endpoints, and those of the services it sees.</summary>
    public Dictionary<string, string> Configuration(Service service, int replica)
    {
        var own = ports[service.Name][replica];
        var keys = new Dictionary<string, string>
        {
            ["Kestrel__Endpoints__http__Url"] = Http(own.Http),
            ["Identity__Issuer"] = Gateway.ToString(),
        };
        if (service.Name != Topology.Gateway)
        {
            keys["Kestrel__Endpoints__grpc__Url"] = Http(own.Grpc);
            keys["Kestrel__Endpoints__grpc__Protocols"] = "Http2";
        }

        foreach (var other in Topology.SeenBy(service))
        {
            for (var at = 0; at < ports[other.Name].Length; at++)
            {
                keys[string.Create(CultureInfo.InvariantCulture, $"services__{other.Name}__http__{at}")] = Http(ports[other.Name][at].Http);
                keys[string.Create(CultureInfo.InvariantCulture, $"services__{other.Name}__grpc__{at}")] = Http(ports[other.Name][at].Grpc);
            }
        }

        return keys;
    }

    private static string Http(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
}
