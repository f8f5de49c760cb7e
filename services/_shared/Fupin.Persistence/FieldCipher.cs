using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fupin.Persistence;

/// <summary>An encrypted field (加密字段): key id, a dot, and the ciphertext. It shows nothing of its content.</summary>
/// <param name="Value">The stored form.</param>
public readonly record struct SealedText(string Value)
{
    /// <summary>Never the content.</summary>
    public override string ToString() => "(sealed)";
}

/// <summary>
/// Encrypts personal data (个人信息加密) with AES-256-GCM. A value is bound to service, table, column and row: a ciphertext that was moved
/// elsewhere does not open. Look-ups go by <see cref="BlindIndex"/>, an HMAC with a key of its own.
/// </summary>
/// <param name="service">The service whose fields these are.</param>
/// <param name="keys">The keys.</param>
public sealed class FieldCipher(string service, FieldKeys keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts a field of a row with the active key.</summary>
    public SealedText Seal(string plain, string table, string column, Guid row) =>
        new(SealBytes(Encoding.UTF8.GetBytes(plain), table, column, row));

    /// <summary>Opens a field of a row; refuses (<see cref="CryptographicException"/>) what was changed or belongs to another row.</summary>
    public string Reveal(SealedText value, string table, string column, Guid row) =>
        Encoding.UTF8.GetString(RevealBytes(value.Value, table, column, row));

    /// <summary>Encrypts bytes, such as an uploaded file, in the form of a sealed field.</summary>
    public string SealBytes(ReadOnlySpan<byte> plain, string table, string column, Guid row)
    {
        var (id, key) = keys.Active;
        var packed = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(packed.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            packed.AsSpan(0, NonceSize), plain, packed.AsSpan(NonceSize + TagSize), packed.AsSpan(NonceSize, TagSize), Place(table, column, row));
        return $"{id}.{Base64Url.EncodeToString(packed)}";
    }

    /// <summary>Opens bytes sealed by <see cref="SealBytes"/>.</summary>
    public byte[] RevealBytes(string value, string table, string column, Guid row)
    {
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) throw new CryptographicException("A sealed field starts with its key id.");
        var packed = Base64Url.DecodeFromChars(value.AsSpan(dot + 1));
        var plain = new byte[packed.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keys.ById(value[..dot]), TagSize);
        aes.Decrypt(
            packed.AsSpan(0, NonceSize), packed.AsSpan(NonceSize + TagSize), packed.AsSpan(NonceSize, TagSize), plain, Place(table, column, row));
        return plain;
    }

    /// <summary>A keyed hash for equality look-ups (盲索引), 64 hex characters; the purpose keeps an ID number and an account of the same digits apart.</summary>
    public string BlindIndex(string plain, string purpose) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Index, Encoding.UTF8.GetBytes($"{purpose}\n{plain}")));

    private byte[] Place(string table, string column, Guid row) => Encoding.UTF8.GetBytes($"{service}\n{table}\n{column}\n{row:N}");
}
