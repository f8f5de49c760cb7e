using System.Globalization;

namespace Fupin.AppHost.Local;

/// <summary>The 'dotnet run' above this process.</summary>
internal static class Parent
{
    /// <summary>Its id; null when this process was started otherwise, as by nohup or a service manager, and may outlive its parent.</summary>
    public static int? OfThisProcess()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status)) return null;
        var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("PPid:", StringComparison.Ordinal));
        if (line is null || !int.TryParse(line["PPid:".Length..].Trim(), CultureInfo.InvariantCulture, out var parent)) return null;
        var command = $"/proc/{parent}/cmdline";
        return File.Exists(command) && File.ReadAllText(command).Split('\0') is [var program, "run", ..] && Path.GetFileName(program) == "dotnet" ? parent : null;
    }
}
