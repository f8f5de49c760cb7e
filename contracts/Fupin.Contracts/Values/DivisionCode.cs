using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fupin.Contracts.Values;

/// <summary>A statistical division code (统计用区划代码) of 12 digits: province 2, city 2, county 2, town 3, village 3; what is above a level is followed by zeros.</summary>
[JsonConverter(typeof(DivisionCodeJson))]
public readonly record struct DivisionCode : IComparable<DivisionCode>
{
    private readonly string? digits;

    private DivisionCode(string digits) => this.digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits => digits ?? "000000000000";

    /// <summary>The code of the town (镇、街道) this division lies in.</summary>
    public DivisionCode Town => new(Digits[..9] + "000");

    /// <summary>The code of the county or district (区、县) this division lies in.</summary>
    public DivisionCode County => new(Digits[..6] + "000000");

    /// <summary>Whether the code names a village (行政村) or community rather than something above it.</summary>
    public bool IsVillage => Digits[9..] != "000";

    /// <summary>Whether the code names a town.</summary>
    public bool IsTown => !IsVillage && Digits[6..9] != "000";

    /// <summary>The significant segments without the zeros that follow: 320412, 320412110 or 320412110207.</summary>
    public string Segments =>
        IsVillage ? Digits
        : IsTown ? Digits[..9]
        : Digits[4..6] != "00" ? Digits[..6]
        : Digits[2..4] != "00" ? Digits[..4]
        : Digits[..2];

    /// <summary>Whether this division lies in the other one or is it; compares whole segments, never a part of one.</summary>
    public bool IsWithin(DivisionCode region) => Digits.StartsWith(region.Segments, StringComparison.Ordinal);

    /// <summary>The highest code inside this division, so that a range of codes is this one to that one.</summary>
    public DivisionCode LastInside => new(Segments.PadRight(12, '9'));

    /// <summary>Reads 12 digits, or whole segments of 2, 4, 6 or 9 digits; false for anything else.</summary>
    public static bool TryParse(string? text, out DivisionCode code)
    {
        var valid = text is { Length: 2 or 4 or 6 or 9 or 12 } && text.All(char.IsAsciiDigit);
        code = valid ? new DivisionCode(text!.PadRight(12, '0')) : default;
        return valid;
    }

    /// <summary>Reads a code as <see cref="TryParse"/> does; refuses (<see cref="FormatException"/>) anything else.</summary>
    public static DivisionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no division code."));

    /// <inheritdoc />
    public int CompareTo(DivisionCode other) => string.CompareOrdinal(Digits, other.Digits);

    /// <summary>Whether the left code comes first.</summary>
    public static bool operator <(DivisionCode a, DivisionCode b) => a.CompareTo(b) < 0;

    /// <summary>Whether the left code comes last.</summary>
    public static bool operator >(DivisionCode a, DivisionCode b) => a.CompareTo(b) > 0;

    /// <summary>Whether the left code comes first or both are one.</summary>
    public static bool operator <=(DivisionCode a, DivisionCode b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the left code comes last or both are one.</summary>
    public static bool operator >=(DivisionCode a, DivisionCode b) => a.CompareTo(b) >= 0;

    /// <summary>The twelve digits.</summary>
    public override string ToString() => Digits;
}

internal sealed class DivisionCodeJson : JsonConverter<DivisionCode>
{
    public override DivisionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DivisionCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("A division code has 12 digits.");

    public override void Write(Utf8JsonWriter writer, DivisionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Digits);
}
