using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Fupin.Persistence;

/// <summary>
/// The keys of encrypted fields (字段密钥), read from <c>field-keys.json</c> in <c>Keys:Folder</c>, each wrapped with the passphrase in
/// <c>Keys:PassphraseFile</c>. Older keys stay to open what they closed; the active one closes. Made at the first use when there are none.
/// </summary>
public sealed class FieldKeys
{
    private const int KeySize = 32;
    private const int Rounds = 210_000; // PBKDF2-SHA-512, the number OWASP's password storage page asks for
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private readonly Lazy<Opened> opened;

    private FieldKeys(Func<Opened> open) => opened = new Lazy<Opened>(open);

    /// <summary>The id and the key that closes now.</summary>
    public (string Id, byte[] Key) Active => (opened.Value.ActiveId, opened.Value.Keys[opened.Value.ActiveId]);

    /// <summary>The key of blind indexes; never one that encrypts.</summary>
    public byte[] Index => opened.Value.Index;

    /// <summary>The key with an id; refuses (<see cref="CryptographicException"/>) one that is not in the ring.</summary>
    public byte[] ById(string id) =>
        opened.Value.Keys.TryGetValue(id, out var key) ? key : throw new CryptographicException($"Field key '{id}' is not in the ring.");

    /// <summary>The keys that the configuration points to; opened at the first use.</summary>
    public static FieldKeys For(IConfiguration configuration) => new(() =>
    {
        var folder = configuration["Keys:Folder"] ?? throw new InvalidOperationException("Keys:Folder is missing.");
        var passphrase = configuration["Keys:PassphraseFile"] ?? throw new InvalidOperationException("Keys:PassphraseFile is missing.");
        return Open(Path.Combine(folder, "field-keys.json"), File.ReadAllText(passphrase).Trim());
    });

    private static Opened Open(string path, string passphrase)
    {
        if (!File.Exists(path)) Create(path, passphrase);
        var ring = JsonSerializer.Deserialize<Ring>(File.ReadAllBytes(path), Json) ?? throw new CryptographicException("The key ring is empty.");
        var wrapping = Wrapping(passphrase, ring.Salt);
        return new Opened(
            ring.Active,
            ring.Keys.ToDictionary(key => key.Id, key => Unwrap(wrapping, key)),
            Unwrap(wrapping, ring.Index));
    }

    // Several services may start at once: each makes a whole ring beside the place and one of them wins the move.
    private static void Create(string path, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var wrapping = Wrapping(passphrase, salt);
        var ring = new Ring(salt, "k1", [Wrap(wrapping, "k1")], Wrap(wrapping, "i1"));
        var own = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(own, JsonSerializer.SerializeToUtf8Bytes(ring, Json));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(own, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(own, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(own);
        }
    }

    private static byte[] Wrapping(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA512, KeySize);

    private static WrappedKey Wrap(byte[] wrapping, string id)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var wrapped = new byte[KeySize];
        var tag = new byte[16];
        using var aes = new AesGcm(wrapping, tag.Length);
        aes.Encrypt(nonce, RandomNumberGenerator.GetBytes(KeySize), wrapped, tag);
        return new WrappedKey(id, nonce, wrapped, tag);
    }

    private static byte[] Unwrap(byte[] wrapping, WrappedKey key)
    {
        var plain = new byte[KeySize];
        using var aes = new AesGcm(wrapping, key.Tag.Length);
        aes.Decrypt(key.Nonce, key.Wrapped, key.Tag, plain);
        return plain;
    }

    private sealed record Opened(string ActiveId, IReadOnlyDictionary<string, byte[]> Keys, byte[] Index);

    private sealed record Ring(byte[] Salt, string Active, IReadOnlyList<WrappedKey> Keys, WrappedKey Index);

    private sealed record WrappedKey(string Id, byte[] Nonce, byte[] Wrapped, byte[] Tag);
}
