using System.Globalization;

namespace Fupin.Registration.Identification;

/// <summary>A share as a fraction (比例), compared without rounding: 2/3 of 30 is 20 and not 20.000001.</summary>
internal readonly record struct Ratio(int Numerator, int Denominator)
{
    public static Ratio Parse(string text)
    {
        var parts = text.Split('/');
        var ratio = new Ratio(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return ratio is { Numerator: >= 0, Denominator: > 0 } && ratio.Numerator <= ratio.Denominator
            ? ratio
            : throw new FormatException("A ratio is written n/m and lies between 0 and 1.");
    }

    public bool IsReachedBy(int part, int whole) => (long)part * Denominator >= (long)whole * Numerator;

    public bool IsPassedBy(int part, int whole) => (long)part * Denominator > (long)whole * Numerator;

    /// <summary>The share of so many, rounded up.</summary>
    public int RoundedUpOf(int whole) => (int)(((long)whole * Numerator + Denominator - 1) / Denominator);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
