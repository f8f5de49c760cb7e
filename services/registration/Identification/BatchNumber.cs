using System.Globalization;

namespace Fupin.Registration.Identification;

/// <summary>The number of a batch within its village (批次号), written 2016-01.</summary>
internal readonly record struct BatchNumber(int Year, int Serial)
{
    public static bool TryParse(string? text, out BatchNumber number)
    {
        number = default;
        if (text is not { Length: >= 6 and <= 9 } || text[4] != '-') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (!int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) return false;
        number = new BatchNumber(year, serial);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Serial:00}");
}
