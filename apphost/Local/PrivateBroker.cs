using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Fupin.AppHost.Local;

/// <summary>
/// A RabbitMQ of our own from the machine's rabbitmq-server package: own node, ports, cookie and files in one folder, on 127.0.0.1 only,
/// gone with the process that started it.
/// </summary>
internal sealed class PrivateBroker : IBroker
{
    private const int TriesAtCalling = 10;
    private const string User = "fupin";
    private const string Node = "fupin@localhost";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    // Debian's own wrapper drops to the user rabbitmq and its folders; the scripts below it run as anybody.
    // Erlang's port mapper and the server end with the process that started us, also when that was killed.
    private const string Watch =
        """
        exec >>console.log 2>&1 </dev/null
        epmd & epmd=$!
        "$1/rabbitmq-server" & server=$!
        echo $server > server.pid
        stop() { kill -TERM $server; }
        trap stop TERM
        while kill -0 $server && kill -0 "$FUPIN_PARENT_PID"; do sleep 0.5 & wait $!; done 2>/dev/null
        kill -TERM $server 2>/dev/null
        tries=0
        while kill -0 $server 2>/dev/null && [ $tries -lt 150 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -KILL $server 2>/dev/null
        kill -KILL $epmd
        rm -f server.pid
        """;

    private readonly string folder;
    private readonly string scripts;
    private readonly int[] ports;
    private readonly string password;
    private Process? watcher;

    private PrivateBroker(string folder, string scripts, int[] ports, string password) =>
        (this.folder, this.scripts, this.ports, this.password) = (folder, scripts, ports, password);

    /// <inheritdoc />
    public string Address => AddressOf("");

    /// <summary>The folder of the package's scripts, or null when it is not installed.</summary>
    public static string? FindScripts() =>
        Directory.Exists("/usr/lib/rabbitmq/lib")
            ? Directory.GetDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Order(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "sbin"))
                .LastOrDefault(sbin => File.Exists(Path.Combine(sbin, "rabbitmq-server")))
            : null;

    /// <summary>Starts one in a folder; it answers after <see cref="ReadyAsync"/>, and what was in its durable queues at the last run is there again.</summary>
    public static async Task<PrivateBroker> StartAsync(string folder, string scripts, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        await EndLeftoverAsync(folder, ct);
        var ports = FreePorts.Take(3);
        await File.WriteAllTextAsync(Path.Combine(folder, "ports"), string.Join(' ', ports), ct);
        var broker = new PrivateBroker(folder, scripts, ports, await PasswordAsync(folder, ct));
        await broker.LaunchAsync(ct);
        return broker;
    }

    /// <summary>One that another process runs in a folder.</summary>
    public static async Task<PrivateBroker> AttachAsync(string folder, CancellationToken ct)
    {
        var scripts = FindScripts() ?? throw new CannotStartException("The rabbitmq-server package is not installed.");
        var ports = (await File.ReadAllTextAsync(Path.Combine(folder, "ports"), ct)).Split(' ').Select(port => int.Parse(port, CultureInfo.InvariantCulture));
        return new PrivateBroker(Path.GetFullPath(folder), scripts, [.. ports], await PasswordAsync(folder, ct));
    }

    /// <summary>Starts it again on the same ports with the same files, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await LaunchAsync(ct);
        await ReadyAsync(ct);
    }

    /// <inheritdoc />
    public async Task ReadyAsync(CancellationToken ct)
    {
        try
        {
            await AnsweringAsync(ct);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it as a machine that is shut down does.</summary>
    public async Task StopAsync()
    {
        if (watcher is null) return;
        Command.Terminate(watcher.Id);
        await EndAsync();
    }

    /// <summary>
    /// Whether a quorum queue would be found again after a power failure. RabbitMQ keeps the directory of such queues in a file that it writes
    /// half a second after the last change: killed before, it starts the queue anew, without its log and without a leader, and whoever
    /// uses it waits for ever (seen with 3.10).
    /// </summary>
    public bool HasOnDisk(string queue) =>
        Directory.GetFiles(Path.Combine(folder, "mnesia"), "names.dets", SearchOption.AllDirectories)
            .Any(directory => File.ReadAllBytes(directory).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(queue)) >= 0);

    /// <summary>Kills it as a power failure does.</summary>
    public async Task KillAsync()
    {
        if (watcher is null) return;
        using (var server = Process.GetProcessById(await ServerPidAsync(folder))) server.Kill();
        await EndAsync();
    }

    /// <summary>A place of its own in the broker; its address.</summary>
    public async Task<string> CreateVirtualHostAsync(CancellationToken ct)
    {
        var name = Guid.NewGuid().ToString("N");
        for (var tries = 1; ; tries++)
        {
            var (code, output) = await Command.RunAsync(
                "/bin/sh", ["-c", $"echo \"$1\" | erl_call -sname {Node} -e", "erl_call", NewVirtualHost(name, User)], Environment(), TimeSpan.FromSeconds(60), ct);
            if (code == 0 && output.Contains("{ok, ok}", StringComparison.Ordinal)) return AddressOf(name);
            // A busy node now and then does not take the call; making the same host again has no effect.
            if (tries == TriesAtCalling) throw new CannotStartException($"RabbitMQ made no virtual host: {output}");
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        }
    }

    /// <summary>The expression that makes a virtual host and lets a user into it: asked of the node itself, a hundred times faster than by rabbitmqctl.</summary>
    public static string NewVirtualHost(string name, string user) =>
        $"rabbit_vhost:put_vhost(<<\"{name}\">>, <<\"\">>, [], false, <<\"{user}\">>).";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        watcher?.Dispose();
        watcher = null;
    }

    private string AddressOf(string virtualHost) => $"amqp://{User}:{password}@127.0.0.1:{ports[0]}/{virtualHost}";

    private async Task LaunchAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), "[].\n", ct);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{ports[0]}
            default_user = {User}
            default_pass = {password}
            disk_free_limit.absolute = 50MB
            log.console = false
            log.file.level = warning

            """,
            ct);
        var start = Command.Prepare("/usr/bin/setsid", ["/bin/sh", "-c", Watch, "broker", scripts], Environment(), redirect: false);
        start.WorkingDirectory = folder;
        watcher = Process.Start(start)!;
    }

    private async Task AnsweringAsync(CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        while (!await FreePorts.AnswersAsync("127.0.0.1", ports[0], ct))
        {
            if (watcher!.HasExited || since.Elapsed > StartLimit)
                throw new CannotStartException($"RabbitMQ did not start; its own words are in {Path.Combine(folder, "console.log")}.");
            await Task.Delay(100, ct);
        }
    }

    private async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await watcher!.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            watcher!.Kill(entireProcessTree: true);
        }
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = folder, // the cookie of the node lies here
        ["FUPIN_PARENT_PID"] = System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_NODENAME"] = Node,
        ["RABBITMQ_BASE"] = folder,
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_DIST_PORT"] = ports[1].ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_ALLOW_INPUT"] = "1", // the script becomes the server instead of watching over it
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-noinput -kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = ports[2].ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    // A run that was killed a moment ago may still have its server: it belongs to this folder, and the folder is ours now.
    private static async Task EndLeftoverAsync(string folder, CancellationToken ct)
    {
        var pid = await ServerPidAsync(folder);
        while (pid > 0 && IsServerOf(folder, pid))
        {
            Command.Terminate(pid);
            await Task.Delay(200, ct);
        }
    }

    private static async Task<int> ServerPidAsync(string folder)
    {
        var file = Path.Combine(folder, "server.pid");
        return File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture, out var pid) ? pid : 0;
    }

    private static bool IsServerOf(string folder, int pid) =>
        Command.IsAlive(pid) && File.Exists($"/proc/{pid}/environ") && File.ReadAllText($"/proc/{pid}/environ").Contains($"RABBITMQ_BASE={folder}\0", StringComparison.Ordinal);

    private static async Task<string> PasswordAsync(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, "password");
        if (!File.Exists(file))
        {
            await File.WriteAllTextAsync(file, "", ct);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await File.WriteAllTextAsync(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), ct);
        }

        return await File.ReadAllTextAsync(file, ct);
    }
}
