using Fupin.Contracts.Codes;

namespace Fupin.Contracts.Values;

/// <summary>The number of a disability certificate (残疾人证): the holder's ID number, the kind, the level, and two more digits when it was issued again.</summary>
public readonly record struct DisabilityCertificate
{
    private readonly string? tail;

    private DisabilityCertificate(IdCardNumber holder, string tail)
    {
        Holder = holder;
        this.tail = tail;
    }

    /// <summary>The holder's ID number.</summary>
    public IdCardNumber Holder { get; }

    /// <summary>The kind of disability, digit 19.</summary>
    public DisabilityType Type => (DisabilityType)(Tail[0] - '0');

    /// <summary>The level of disability, digit 20: 1 heaviest to 4.</summary>
    public int Level => Tail[1] - '0';

    /// <summary>The whole number, for sealing; never for logs.</summary>
    public string Whole => Holder.Whole + Tail;

    private string Tail => tail ?? throw new InvalidOperationException("There is no certificate.");

    /// <summary>Reads 20 or 22 places; false when the holder's number, the kind or the level is wrong.</summary>
    public static bool TryParse(string? text, out DisabilityCertificate certificate)
    {
        certificate = default;
        if (text is not { Length: 20 or 22 } || !text[18..].All(char.IsAsciiDigit)) return false;
        if (IdCardNumber.Read(text[..18], out var holder) != IdCardFault.None) return false;
        if (text[18] is < '1' or > '7' || text[19] is < '1' or > '4') return false;
        certificate = new DisabilityCertificate(holder, text[18..]);
        return true;
    }

    /// <summary>The masked form.</summary>
    public override string ToString() => tail is null ? "" : $"{Holder.Masked}****";
}
