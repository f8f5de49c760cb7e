using System.Globalization;

namespace Fupin.Portal.Clients;

/// <summary>Amounts as people type them (金额输入): yuan, at most two decimals.</summary>
internal static class Yuan
{
    private const decimal Most = 100_000_000;

    public static readonly Problem Unreadable = new(400, "", "金额应为不小于零、最多两位小数的数字，单位为元", null);

    /// <summary>The amount in fen; nothing where it is none.</summary>
    public static long? Fen(string? text, long? whenEmpty = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return whenEmpty;
        return decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)
            && yuan * 100 == decimal.Truncate(yuan * 100) && yuan < Most
            ? (long)(yuan * 100) : null;
    }
}
