using System.Security.Cryptography;
using System.Text;

namespace Fupin.AppHost.Local;

/// <summary>RabbitMQ in a container, where a Docker engine answers.</summary>
internal sealed class ContainerBroker : IBroker
{
    private const string Image = "rabbitmq:3.13-alpine";
    private readonly string name;

    private ContainerBroker(string name, string address) => (this.name, Address) = (name, address);

    /// <inheritdoc />
    public string Address { get; }

    /// <summary>Starts one whose queues live in the folder; null when there is no engine or it cannot have the image.</summary>
    public static async Task<ContainerBroker?> TryStartAsync(string folder, Action<string> say, CancellationToken ct)
    {
        if (!await EngineAnswersAsync(ct)) return null;
        var files = Path.Combine(Path.GetFullPath(folder), "container");
        Directory.CreateDirectory(files);
        var name = "fupin-rabbitmq-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files)))[..12];
        var password = await PasswordAsync(files, ct);
        var port = FreePorts.Take(1)[0];

        await DockerAsync(["rm", "--force", name], TimeSpan.FromSeconds(30), ct); // left by a run that was killed
        var (code, output) = await DockerAsync(
            [
                "run", "--detach", "--rm", "--name", name, "--hostname", "fupin", "--publish", $"127.0.0.1:{port}:5672",
                "--env", "RABBITMQ_DEFAULT_USER=fupin", "--env", $"RABBITMQ_DEFAULT_PASS={password}", "--volume", $"{files}:/var/lib/rabbitmq", Image,
            ],
            TimeSpan.FromMinutes(3),
            ct);
        if (code != 0)
        {
            say($"Docker starts no RabbitMQ ({output.Trim()}); taking the package");
            return null;
        }

        var broker = new ContainerBroker(name, $"amqp://fupin:{password}@127.0.0.1:{port}/");
        if ((await DockerAsync(["exec", name, "rabbitmqctl", "await_startup"], TimeSpan.FromSeconds(90), ct)).Code == 0) return broker;
        await broker.DisposeAsync();
        throw new CannotStartException("The RabbitMQ container did not become ready.");
    }

    /// <summary>Whether a Docker engine is there to be asked.</summary>
    public static async Task<bool> EngineAnswersAsync(CancellationToken ct) =>
        (File.Exists("/var/run/docker.sock") || Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 })
        && (await DockerAsync(["version", "--format", "{{.Server.Version}}"], TimeSpan.FromSeconds(5), ct)).Code == 0;

    /// <inheritdoc />
    public Task ReadyAsync(CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await DockerAsync(["stop", name], TimeSpan.FromSeconds(30), CancellationToken.None);

    private static Task<(int Code, string Output)> DockerAsync(string[] arguments, TimeSpan within, CancellationToken ct) =>
        Command.RunAsync("docker", arguments, null, within, ct);

    private static async Task<string> PasswordAsync(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, ".fupin-password");
        if (!File.Exists(file)) await File.WriteAllTextAsync(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), ct);
        return await File.ReadAllTextAsync(file, ct);
    }
}
