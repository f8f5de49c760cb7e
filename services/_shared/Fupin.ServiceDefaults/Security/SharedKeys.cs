using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Fupin.ServiceDefaults.Security;

/// <summary>
/// Keys that replicas and services share (共享密钥): files in <c>Keys:Folder</c>, each wrapped with the passphrase in <c>Keys:PassphraseFile</c>,
/// so that a restart or a second replica finds what was there and nobody is signed out.
/// </summary>
/// <param name="configuration">Where the folder and the passphrase are.</param>
public sealed class SharedKeys(IConfiguration configuration)
{
    private const int Rounds = 210_000; // PBKDF2-SHA-512, the number OWASP's password storage page asks for
    private const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The folder.</summary>
    public string Folder => configuration["Keys:Folder"] ?? throw new InvalidOperationException("Keys:Folder is missing.");

    /// <summary>
    /// All keys of a ring, the newest first; the newest closes, older ones still open. A ring without keys gets its first.
    /// To rotate, an operator adds the file with the next number and later removes the old one.
    /// </summary>
    public IReadOnlyList<byte[]> Ring(string name, Func<byte[]> make)
    {
        if (Files(name).Length == 0) Create(Path.Combine(Folder, $"{name}.001.key"), make());
        return [.. Files(name).OrderDescending(StringComparer.Ordinal).Select(file => Unwrap(File.ReadAllBytes(file)))];
    }

    /// <summary>Closes bytes with the passphrase: salt, nonce, tag, ciphertext.</summary>
    public byte[] Wrap(byte[] plain)
    {
        var wrapped = new byte[SaltSize + NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, SaltSize + NonceSize));
        using var aes = new AesGcm(Wrapping(wrapped.AsSpan(0, SaltSize)), TagSize);
        aes.Encrypt(
            wrapped.AsSpan(SaltSize, NonceSize),
            plain,
            wrapped.AsSpan(SaltSize + NonceSize + TagSize),
            wrapped.AsSpan(SaltSize + NonceSize, TagSize));
        return wrapped;
    }

    /// <summary>Opens what <see cref="Wrap"/> closed; refuses (<see cref="CryptographicException"/>) with another passphrase.</summary>
    public byte[] Unwrap(byte[] wrapped)
    {
        var plain = new byte[wrapped.Length - SaltSize - NonceSize - TagSize];
        using var aes = new AesGcm(Wrapping(wrapped.AsSpan(0, SaltSize)), TagSize);
        aes.Decrypt(
            wrapped.AsSpan(SaltSize, NonceSize),
            wrapped.AsSpan(SaltSize + NonceSize + TagSize),
            wrapped.AsSpan(SaltSize + NonceSize, TagSize),
            plain);
        return plain;
    }

    private string[] Files(string name) => Directory.Exists(Folder) ? Directory.GetFiles(Folder, $"{name}.*.key") : [];

    // Replicas may start at once: each makes a whole file beside the place and one of them wins the move.
    private void Create(string path, byte[] key)
    {
        Directory.CreateDirectory(Folder);
        var own = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(own, Wrap(key));
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

    private byte[] Wrapping(ReadOnlySpan<byte> salt)
    {
        var file = configuration["Keys:PassphraseFile"] ?? throw new InvalidOperationException("Keys:PassphraseFile is missing.");
        return Rfc2898DeriveBytes.Pbkdf2(File.ReadAllText(file).Trim(), salt, Rounds, HashAlgorithmName.SHA512, 32);
    }
}
