using System.Collections.Concurrent;
using System.Diagnostics;

namespace Fupin.EndToEnd.Tests;

/// <summary>The app host as people start it, in a process of its own.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly ConcurrentQueue<string> complained = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppHostProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public string Said => string.Join(Environment.NewLine, said);

    public string Complained => string.Join(Environment.NewLine, complained);

    public static AppHostProcess Start(params string[] options)
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var assembly = Path.GetFullPath(Path.Combine(own, "..", "..", "Fupin.AppHost", Path.GetFileName(own), "Fupin.AppHost.dll"));
        var start = new ProcessStartInfo("dotnet", [assembly, .. options]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var started = new AppHostProcess(new Process { StartInfo = start });
        started.Listen();
        return started;
    }

    /// <summary>Waits for the line that says it is ready.</summary>
    public async Task ReadyAsync(TimeSpan within)
    {
        var first = await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(within));
        if (first != ready.Task) throw new InvalidOperationException($"The app host did not become ready.{Environment.NewLine}{Said}{Environment.NewLine}{Complained}");
    }

    /// <summary>Waits until it ends by itself; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(StopLimit);
        return process.ExitCode;
    }

    /// <summary>Sends SIGTERM and waits; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await EndAsync();
    }

    /// <summary>The processes that were started by this one, however they came by it.</summary>
    public IReadOnlyList<string> Children() =>
    [
        .. Directory.GetDirectories("/proc").Where(entry => int.TryParse(Path.GetFileName(entry), out _) && Mine(entry)).Select(entry => Read(entry, "cmdline").Replace('\0', ' ')),
    ];

    /// <summary>The ids of those that run an assembly.</summary>
    public IEnumerable<int> ChildrenRunning(string assembly) =>
        Directory.GetDirectories("/proc")
            .Where(entry => int.TryParse(Path.GetFileName(entry), out _) && Mine(entry) && Read(entry, "cmdline").Contains($"/{assembly}\0", StringComparison.Ordinal))
            .Select(entry => int.Parse(Path.GetFileName(entry), System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await StopAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            said.Enqueue(line.Data);
            if (line.Data.StartsWith("ready ", StringComparison.Ordinal)) ready.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) complained.Enqueue(line.Data);
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private bool Mine(string entry) => Read(entry, "environ").Split('\0').Contains($"FUPIN_PARENT_PID={process.Id}");

    private static string Read(string entry, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(entry, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended while we looked
        }
    }
}
