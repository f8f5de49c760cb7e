using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.ServiceDefaults;

/// <summary>
/// The platform's time (平台时钟): the machine's, shifted by the offset in a small file that every service reads, so that a notice period
/// can be watched without waiting a week. Development only; elsewhere the machine's time is the platform's. Domain dates follow it;
/// tokens, leases and retries never do.
/// </summary>
/// <param name="file">A file with one line, the offset in the form d.hh:mm:ss.</param>
public sealed class PlatformClock(string file) : TimeProvider
{
    private readonly Lock reading = new();
    private DateTime readUtc;
    private TimeSpan offset;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var changed = File.GetLastWriteTimeUtc(file);
        if (changed != readUtc) Read(changed);
        return base.GetUtcNow() + offset;
    }

    /// <summary>Moves the time of all services by writing the file anew.</summary>
    public void Advance(TimeSpan by)
    {
        var moved = GetUtcNow() - base.GetUtcNow() + by;
        var own = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(own, moved.ToString("c", CultureInfo.InvariantCulture));
        File.Move(own, file, overwrite: true);
    }

    private void Read(DateTime changed)
    {
        lock (reading)
        {
            offset = File.Exists(file) ? TimeSpan.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : TimeSpan.Zero;
            readUtc = changed;
        }
    }
}

/// <summary>Dates as people in China see them (北京时间).</summary>
public static class ChinaTime
{
    /// <summary>China time is UTC+8 everywhere and all year.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime((clock.GetUtcNow() + Offset).UtcDateTime);

    /// <summary>Now, as a UTC instant for a column.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The current month in China.</summary>
    public static AidMonth ThisMonth(this TimeProvider clock) => AidMonth.Of(clock.Today());

    /// <summary>An instant as China time, for people to read.</summary>
    public static DateTime InChina(this DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);
}
