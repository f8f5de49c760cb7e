using System.Globalization;

namespace Fupin.Benchmarks;

/// <summary>What a process used so far: seconds of processor, and the most memory it ever held.</summary>
internal sealed record ProcessUse(double Seconds, long PeakBytes)
{
    private const double TicksPerSecond = 100; // USER_HZ, the unit of /proc on every Linux

    /// <summary>The services an app host started, by the names of their assemblies, and its broker.</summary>
    public static IReadOnlyDictionary<string, ProcessUse> Of(int host, string data)
    {
        var uses = new Dictionary<string, ProcessUse>();
        foreach (var entry in Directory.GetDirectories("/proc").Where(entry => int.TryParse(Path.GetFileName(entry), out _)))
        {
            try
            {
                var command = File.ReadAllText(Path.Combine(entry, "cmdline")).Split('\0');
                var name = command[0].EndsWith("beam.smp", StringComparison.Ordinal) && command.Any(part => part.Contains(data, StringComparison.Ordinal)) ? "RabbitMQ"
                    : command.Length > 1 && command[1].EndsWith(".dll", StringComparison.Ordinal) && IsChildOf(entry, host) ? Path.GetFileNameWithoutExtension(command[1])
                    : null;
                if (name is null) continue;
                var use = Read(entry);
                var other = uses.GetValueOrDefault(name, new ProcessUse(0, 0));
                uses[name] = new ProcessUse(use.Seconds + other.Seconds, Math.Max(use.PeakBytes, other.PeakBytes));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return uses;
    }

    private static bool IsChildOf(string entry, int host) => File.ReadAllText(Path.Combine(entry, "environ")).Split('\0').Contains($"FUPIN_PARENT_PID={host}");

    private static ProcessUse Read(string entry)
    {
        // Behind the name in brackets, which may hold anything: utime and stime are the fields 14 and 15 of the whole line.
        var stat = File.ReadAllText(Path.Combine(entry, "stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var peak = File.ReadLines(Path.Combine(entry, "status")).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return new ProcessUse(ticks / TicksPerSecond, 1024 * long.Parse(peak.Split(':')[1].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture));
    }
}
