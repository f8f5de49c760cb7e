using System.Security.Cryptography;
using Fupin.Gateway.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Gateway.Sessions;

/// <summary>Sessions in the gateway's database (会话存储), so that any replica answers the next request.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection) : ITicketStore
{
    private readonly IDataProtector protector = protection.CreateProtector("session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await db.Sessions.Where(session => session.ExpiresAtUtc < now).ExecuteDeleteAsync();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        db.Add(new Session { Id = id, Ticket = Seal(ticket), ExpiresAtUtc = Expiry(ticket) });
        await db.SaveChangesAsync();
        return id;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var sealedTicket = Seal(ticket);
        var expiry = Expiry(ticket);
        // A session that was ended meanwhile stays ended.
        await db.Sessions.Where(session => session.Id == key).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.Ticket, sealedTicket).SetProperty(session => session.ExpiresAtUtc, expiry));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(session => session.Id == key);
        return session is null ? null : TicketSerializer.Default.Deserialize(protector.Unprotect(session.Ticket));
    }

    public async Task RemoveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GatewayDb>().Sessions.Where(session => session.Id == key).ExecuteDeleteAsync();
    }

    private static DateTime Expiry(AuthenticationTicket ticket) =>
        (ticket.Properties.ExpiresUtc ?? throw new InvalidOperationException("A session without an end.")).UtcDateTime;

    private byte[] Seal(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));
}
