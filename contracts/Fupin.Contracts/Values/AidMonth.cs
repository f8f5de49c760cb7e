using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fupin.Contracts.Values;

/// <summary>A calendar month (月份) for which aid is due, written yyyy-MM.</summary>
[JsonConverter(typeof(AidMonthJson))]
public readonly record struct AidMonth : IComparable<AidMonth>
{
    // Months are written for every household of a district, always the same few.
    private static readonly ConcurrentDictionary<DateOnly, string> Names = new();

    /// <summary>The month of a year; refuses (<see cref="ArgumentOutOfRangeException"/>) what is no month.</summary>
    public AidMonth(int year, int month) => First = new DateOnly(year, month, 1);

    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; }

    /// <summary>The last day of the month.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The year.</summary>
    public int Year => First.Year;

    /// <summary>The month in the year, 1–12.</summary>
    public int Month => First.Month;

    /// <summary>The month a day falls into.</summary>
    public static AidMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>So many months later (or earlier, when negative).</summary>
    public AidMonth AddMonths(int months) => Of(First.AddMonths(months));

    /// <summary>Reads yyyy-MM; false for anything else.</summary>
    public static bool TryParse(string? text, out AidMonth month)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = read ? Of(day) : default;
        return read;
    }

    /// <summary>Reads yyyy-MM; refuses (<see cref="FormatException"/>) anything else.</summary>
    public static AidMonth Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException("A month is written yyyy-MM.");

    /// <inheritdoc />
    public int CompareTo(AidMonth other) => First.CompareTo(other.First);

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(AidMonth a, AidMonth b) => a.First < b.First;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(AidMonth a, AidMonth b) => a.First > b.First;

    /// <summary>Whether the left month is earlier or the same.</summary>
    public static bool operator <=(AidMonth a, AidMonth b) => a.First <= b.First;

    /// <summary>Whether the left month is later or the same.</summary>
    public static bool operator >=(AidMonth a, AidMonth b) => a.First >= b.First;

    /// <summary>yyyy-MM.</summary>
    public override string ToString() => Names.GetOrAdd(First, static first => first.ToString("yyyy-MM", CultureInfo.InvariantCulture));
}

internal sealed class AidMonthJson : JsonConverter<AidMonth>
{
    public override AidMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AidMonth.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("A month is written yyyy-MM.");

    public override void Write(Utf8JsonWriter writer, AidMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
