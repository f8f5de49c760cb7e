using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fupin.AppHost.Local;

/// <summary>One running replica of a service; its log goes to a file, and to the console when asked for.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    // Not the program that runs: under "dotnet run" that is the app host's own executable.
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BeforeAnother = TimeSpan.FromSeconds(5);
    private readonly Func<Process> start;
    private readonly StreamWriter log;
    private readonly bool aloud;
    private readonly Lock writing = new();
    private Process process;

    public ServiceProcess(string name, string assembly, string[] arguments, IReadOnlyDictionary<string, string> environment, string logFile, bool aloud)
    {
        Name = name;
        this.aloud = aloud;
        log = new StreamWriter(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        start = () => Start(assembly, arguments, environment);
        process = start();
    }

    public string Name { get; }

    public bool HasExited => process.HasExited;

    /// <summary>Waits until it ends by itself; its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>Starts it again whenever it ends, a little later, until cancelled.</summary>
    public async Task KeepRunningAsync(Action<string> say, CancellationToken ct)
    {
        while (true)
        {
            var code = await EndAsync(ct);
            say($"{Name} ended ({code}); starting it again in {BeforeAnother.TotalSeconds:0} s");
            await Task.Delay(BeforeAnother, ct);
            process.Dispose();
            process = start();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Command.Terminate(process.Id);
            using var limit = new CancellationTokenSource(Grace);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        process.Dispose();
        lock (writing) log.Dispose();
    }

    private Process Start(string assembly, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        // In a session of its own: Ctrl-C reaches the app host alone, which then stops everybody in order.
        var info = Command.Prepare("/usr/bin/setsid", [Dotnet, assembly, .. arguments], environment, redirect: true);
        info.WorkingDirectory = Path.GetDirectoryName(assembly)!;
        var started = new Process { StartInfo = info };
        started.OutputDataReceived += (_, line) => Write(line.Data);
        started.ErrorDataReceived += (_, line) => Write(line.Data);
        started.Start();
        started.StandardInput.Close();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Write(string? line)
    {
        if (line is null) return;
        lock (writing)
        {
            if (!log.BaseStream.CanWrite) return;
            log.WriteLine(line);
        }

        if (aloud) Console.WriteLine($"{Name,-20} {line}");
    }
}
