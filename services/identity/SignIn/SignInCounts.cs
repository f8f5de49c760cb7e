using Fupin.Identity.Data;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.SignIn;

/// <summary>
/// Locks a login for a quarter of an hour after five wrong passwords (登录锁定). Each try is counted before its password is looked at, in
/// one UPDATE, so that many tries at once on many replicas get no more than five.
/// </summary>
/// <param name="db">Identity's database.</param>
/// <param name="time">The machine's time: moving the platform clock unlocks nobody.</param>
internal sealed class SignInCounts(IdentityDb db, TimeProvider time)
{
    private const int Most = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try; until when the login is locked if it may not be tried.</summary>
    public async Task<DateTime?> TryAsync(string login, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        while (true)
        {
            // A lock that ran out starts the count anew.
            var counted = await db.SignInCounts
                .Where(count => count.Login == login && (count.LockedUntilUtc == null || count.LockedUntilUtc <= now))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(count => count.LockedUntilUtc, count => count.LockedUntilUtc == null && count.Failed + 1 >= Most ? now + LockedFor : null)
                        .SetProperty(count => count.Failed, count => count.LockedUntilUtc == null ? count.Failed + 1 : 1)
                        .SetProperty(count => count.LastAtUtc, now),
                    ct);
            if (counted == 1) return null;

            var locked = await db.SignInCounts.AsNoTracking().FirstOrDefaultAsync(count => count.Login == login, ct);
            if (locked is { LockedUntilUtc: { } until } && until > now) return until;
            if (locked is null) await StartAsync(login, now, ct);
        }
    }

    /// <summary>Until when the try that was just counted locked the login; null when there are tries left.</summary>
    public async Task<DateTime?> LockedUntilAsync(string login, CancellationToken ct) =>
        await db.SignInCounts.AsNoTracking().Where(count => count.Login == login).Select(count => count.LockedUntilUtc).FirstOrDefaultAsync(ct);

    /// <summary>A right password: the count ends, and the lock with it if this was the fifth try.</summary>
    public Task ForgetAsync(string login, CancellationToken ct) => db.SignInCounts.Where(count => count.Login == login).ExecuteDeleteAsync(ct);

    // Two first tries at once: one of them finds the row of the other and counts on it.
    private async Task StartAsync(string login, DateTime now, CancellationToken ct)
    {
        var first = db.Add(new SignInCount { Login = login, LastAtUtc = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.SignInCounts.AsNoTracking().Any(count => count.Login == login))
        {
            // The other try was first.
        }
        finally
        {
            first.State = EntityState.Detached;
        }
    }
}
