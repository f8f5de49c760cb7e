using System.Globalization;
using Fupin.Contracts.Codes;

namespace Fupin.Contracts.Values;

/// <summary>What is wrong with a text that should be an ID number (公民身份号码).</summary>
public enum IdCardFault
{
    /// <summary>Nothing (无误).</summary>
    None,

    /// <summary>It has neither 18 nor 15 places, or other signs than digits (位数不对).</summary>
    Length,

    /// <summary>It holds no date that exists since 1900 (出生日期不对).</summary>
    Date,

    /// <summary>The last place does not fit the others (校验位不对).</summary>
    Checksum,
}

/// <summary>A citizen's ID number (公民身份号码) of 18 places per GB 11643-1999. As text it is masked; the whole number is asked for by name.</summary>
public readonly record struct IdCardNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckDigits = "10X98765432";

    private readonly string? digits;

    private IdCardNumber(string digits) => this.digits = digits;

    /// <summary>The whole number, for sealing, indexing and showing on record; never for logs.</summary>
    public string Whole => digits ?? throw new InvalidOperationException("There is no ID number.");

    /// <summary>The date of birth.</summary>
    public DateOnly BirthDate => DateOnly.ParseExact(Whole.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The sex: the place before the last is odd for men.</summary>
    public Sex Sex => (Whole[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The first six and the last two places, which is all that lists show.</summary>
    public string Masked => $"{Whole[..6]}******{Whole[^2..]}";

    /// <summary>The age in whole years on a day; negative for a day before the birth.</summary>
    public int AgeOn(DateOnly day)
    {
        var born = BirthDate;
        var years = day.Year - born.Year;
        return day < born.AddYears(years) ? years - 1 : years;
    }

    /// <summary>Reads 18 places, or 15 of the older form, which are upgraded; says what is wrong with anything else.</summary>
    public static IdCardFault Read(string? text, out IdCardNumber number)
    {
        number = default;
        var upper = text?.ToUpperInvariant() ?? "";
        if (upper.Length == 15 && upper.All(char.IsAsciiDigit)) upper = Upgrade(upper);
        if (upper.Length != 18 || !upper[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(upper[17]) || upper[17] == 'X')) return IdCardFault.Length;
        if (!DateOnly.TryParseExact(upper.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year < 1900)
        {
            return IdCardFault.Date;
        }

        if (CheckDigit(upper) != upper[17]) return IdCardFault.Checksum;
        number = new IdCardNumber(upper);
        return IdCardFault.None;
    }

    /// <summary>Reads a number as <see cref="Read"/> does; false for anything else.</summary>
    public static bool TryParse(string? text, out IdCardNumber number) => Read(text, out number) == IdCardFault.None;

    /// <summary>Reads a number as <see cref="Read"/> does; refuses (<see cref="FormatException"/>) anything else without repeating it.</summary>
    public static IdCardNumber Parse(string text) =>
        Read(text, out var number) is var fault and not IdCardFault.None ? throw new FormatException($"No ID number: {fault}.") : number;

    /// <summary>The masked form, so that a number in a log by mistake is no number.</summary>
    public override string ToString() => digits is null ? "" : Masked;

    // GB 11643-1999: the fifteen places lack the century and the check digit.
    private static string Upgrade(string fifteen)
    {
        var seventeen = $"{fifteen[..6]}19{fifteen[6..]}";
        return seventeen + CheckDigit(seventeen);
    }

    // ISO 7064 MOD 11-2 over the first seventeen places.
    private static char CheckDigit(string text) => CheckDigits[Weights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11];
}
