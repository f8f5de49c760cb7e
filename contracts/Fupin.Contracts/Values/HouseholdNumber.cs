using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fupin.Contracts.Values;

/// <summary>The number of a household (户编号) on the register: the village's twelve digits and a serial of four.</summary>
[JsonConverter(typeof(HouseholdNumberJson))]
public readonly record struct HouseholdNumber
{
    private readonly string? digits;

    private HouseholdNumber(string digits) => this.digits = digits;

    /// <summary>The number of a serial in a village; refuses (<see cref="ArgumentOutOfRangeException"/>) a serial beyond four digits.</summary>
    public static HouseholdNumber Of(DivisionCode village, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 9_999);
        return new HouseholdNumber(village.Digits + serial.ToString("D4", CultureInfo.InvariantCulture));
    }

    /// <summary>The village that gave the number.</summary>
    public DivisionCode Village => DivisionCode.Parse(ToString()[..12]);

    /// <summary>The serial in the village.</summary>
    public int Serial => int.Parse(ToString()[12..], CultureInfo.InvariantCulture);

    /// <summary>Reads sixteen digits; false for anything else.</summary>
    public static bool TryParse(string? text, out HouseholdNumber number)
    {
        var valid = text is { Length: 16 } && text.All(char.IsAsciiDigit) && text[12..] != "0000";
        number = valid ? new HouseholdNumber(text!) : default;
        return valid;
    }

    /// <summary>Reads sixteen digits; refuses (<see cref="FormatException"/>) anything else.</summary>
    public static HouseholdNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("A household number has 16 digits.");

    /// <summary>The sixteen digits.</summary>
    public override string ToString() => digits ?? throw new InvalidOperationException("There is no household number.");
}

internal sealed class HouseholdNumberJson : JsonConverter<HouseholdNumber>
{
    public override HouseholdNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HouseholdNumber.TryParse(reader.GetString(), out var number) ? number : throw new JsonException("A household number has 16 digits.");

    public override void Write(Utf8JsonWriter writer, HouseholdNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
