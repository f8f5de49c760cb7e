using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fupin.AppHost.Local;

/// <summary>Runs other programs.</summary>
internal static partial class Command
{
    /// <summary>Runs a program to its end; -1 with its reason when it is not there or takes too long.</summary>
    public static async Task<(int Code, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan within, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Prepare(program, arguments, environment, redirect: true) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(within);
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return (-1, exception.Message);
        }

        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return (-1, $"{program} took longer than {within.TotalSeconds:0} s");
        }
    }

    public static ProcessStartInfo Prepare(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, bool redirect)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        return start;
    }

    /// <summary>Asks a process to end (SIGTERM).</summary>
    public static void Terminate(int pid) => _ = Kill(pid, SigTerm);

    /// <summary>Whether a process with this id exists.</summary>
    public static bool IsAlive(int pid) => Kill(pid, 0) == 0;

    private const int SigTerm = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
