using System.Globalization;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>
/// When a partner wants to be told (推送频率): second, minute, hour, day of month, month, day of week and perhaps year, with *, ?, lists, ranges and steps
/// (EventFrequency.frequency of registry_core_api 1.0.0, "0 0 0 5,15 * ? *"). Times are China's.
/// </summary>
internal sealed class Cron
{
    private const int FurthestDays = 366 * 5;
    private static readonly (int Low, int High)[] Bounds = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (1, 7), (1970, 2099)];

    private readonly IReadOnlyList<SortedSet<int>> fields;

    private Cron(IReadOnlyList<SortedSet<int>> fields) => this.fields = fields;

    public static Cron? Read(string? text)
    {
        if (text is not { Length: <= 100 }) return null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (6 or 7)) return null;
        var fields = parts.Append("*").Take(Bounds.Length).Select((part, place) => Field(part, Bounds[place])).ToList();
        return fields.Contains(null) ? null : new Cron([.. fields.OfType<SortedSet<int>>()]);
    }

    /// <summary>The first time after another; null when there is none in five years.</summary>
    public DateTime? After(DateTime utc)
    {
        var local = utc + ServiceDefaults.ChinaTime.Offset;
        for (var day = local.Date; day < local.Date.AddDays(FurthestDays); day = day.AddDays(1))
        {
            if (!fields[3].Contains(day.Day) || !fields[4].Contains(day.Month) || !fields[5].Contains((int)day.DayOfWeek + 1) || !fields[6].Contains(day.Year)) continue;
            foreach (var hour in fields[2])
            {
                foreach (var minute in fields[1])
                {
                    foreach (var second in fields[0])
                    {
                        var time = day + new TimeSpan(hour, minute, second);
                        if (time > local) return DateTime.SpecifyKind(time - ServiceDefaults.ChinaTime.Offset, DateTimeKind.Utc);
                    }
                }
            }
        }

        return null;
    }

    private static SortedSet<int>? Field(string text, (int Low, int High) bounds)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch { [var all] => (all, 1), [var some, var by] when Number(by) is > 0 and var number => (some, number), _ => ("", 0) };
            var (low, high) = range switch
            {
                "*" or "?" => bounds,
                _ when range.Split('-') is [var from, var to] => (Number(from), Number(to)),
                _ => (Number(range), step > 1 ? bounds.High : Number(range)),
            };
            if (step == 0 || low < bounds.Low || high > bounds.High || low > high) return null;
            for (var value = low; value <= high; value += step) values.Add(value);
        }

        return values;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
