using Microsoft.AspNetCore.Identity;

namespace Fupin.Identity.Officers;

/// <summary>Hashes passwords (密码散列) with ASP.NET Identity's hasher: PBKDF2 with a salt of its own for each.</summary>
internal sealed class Passwords
{
    private const int Shortest = 10;
    private readonly PasswordHasher<Officer> hasher = new();
    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new Lazy<string>(() => Hash("nobody has this password"));

    public static bool IsWeak(string password, string login) =>
        password.Length < Shortest || password.Contains(login, StringComparison.OrdinalIgnoreCase);

    public string Hash(string password) => hasher.HashPassword(null!, password);

    // An unknown login costs the same time as a known one.
    public bool Fits(string password, string? hash) =>
        hasher.VerifyHashedPassword(null!, hash ?? nobody.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
