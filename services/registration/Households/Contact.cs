namespace Fupin.Registration.Households;

/// <summary>How telephones and accounts are written (联系电话、银行账号), wherever they are entered.</summary>
internal static class Contact
{
    public const int LongestGroup = 50;
    public const int LongestBank = 50;

    public static bool IsPhone(string text) => text.Length == 11 && text.All(char.IsAsciiDigit);

    public static bool IsAccount(string text) => text.Length is >= 12 and <= 19 && text.All(char.IsAsciiDigit);

    /// <summary>Whether it may be a card of China UnionPay: those start with 62 and carry a check digit.</summary>
    public static bool PassesCheckDigit(string account) => account.Length < 16 || account[0] != '6' || account.Reverse().Select((digit, place) =>
    {
        var value = digit - '0';
        if (place % 2 == 1) value *= 2;
        return value > 9 ? value - 9 : value;
    }).Sum() % 10 == 0;
}
