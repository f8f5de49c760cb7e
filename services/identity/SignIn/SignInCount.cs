namespace Fupin.Identity.SignIn;

/// <summary>Wrong passwords for a login (登录失败计数), whether somebody has that login or not: a lock tells nobody who exists.</summary>
internal sealed class SignInCount
{
    public required string Login { get; init; }

    public int Failed { get; init; }

    public DateTime? LockedUntilUtc { get; init; }

    public DateTime LastAtUtc { get; init; }
}
