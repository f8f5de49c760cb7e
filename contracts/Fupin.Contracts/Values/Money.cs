using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fupin.Contracts.Values;

/// <summary>An amount of money (金额) in whole fen (分). It may be negative, as a loss or a difference is; whoever grants aid checks that what is granted is not.</summary>
/// <param name="Fen">Hundredths of a yuan.</param>
[JsonConverter(typeof(MoneyJson))]
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>No money (零元).</summary>
    public static readonly Money Zero;

    /// <summary>Whole yuan (元) as money.</summary>
    public static Money FromYuan(long yuan) => new(checked(yuan * 100));

    /// <summary>Yuan with at most two decimals; refuses (<see cref="ArgumentException"/>) a third decimal instead of rounding it away.</summary>
    public static Money FromYuan(decimal yuan)
    {
        var fen = yuan * 100m;
        return fen == decimal.Truncate(fen)
            ? new Money(checked((long)fen))
            : throw new ArgumentException("An amount has at most two decimals.", nameof(yuan));
    }

    /// <summary>The amount times a ratio in basis points (万分比: 10,000 = 100 %), rounded half up to the fen.</summary>
    public Money Times(int basisPoints) => new((long)Math.Round((decimal)Fen * basisPoints / 10_000m, MidpointRounding.AwayFromZero));

    /// <summary>The smaller of two amounts.</summary>
    public static Money Min(Money a, Money b) => a.Fen <= b.Fen ? a : b;

    /// <summary>The larger of two amounts.</summary>
    public static Money Max(Money a, Money b) => a.Fen >= b.Fen ? a : b;

    /// <summary>The sum of all amounts.</summary>
    public static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(amount => amount.Fen));

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The sum of two amounts.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    /// <summary>The difference of two amounts.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    /// <summary>The amount a whole number of times.</summary>
    public static Money operator *(Money a, int times) => new(checked(a.Fen * times));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <summary>Yuan with thousands separators and two decimals, without the unit: 1,234.56.</summary>
    public override string ToString() => (Fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}

internal sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fen);
}
