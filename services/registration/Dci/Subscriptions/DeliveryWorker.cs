using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Partners;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>
/// Sends what waits for partners (发送报文). A replica claims each message by its lease; one whose sender was killed is sent again under the same message_id
/// when the lease has run out. A partner that is away is tried ever more rarely and given up after a day; only addresses still listed are called.
/// Leases and waiting follow the machine's clock, never the platform's.
/// </summary>
internal sealed partial class DeliveryWorker(IServiceScopeFactory scopes, IHttpClientFactory clients, Answers answers, ILogger<DeliveryWorker> log) : BackgroundService
{
    public const string Client = "dci-partners";

    private const int Batch = 20;
    private const int MostAttempts = 30;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly string me = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private DateTime cleanedAtUtc = DateTime.UnixEpoch;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        do
        {
            try
            {
                while (await SendSomeAsync(stoppingToken))
                {
                    // until nothing is due
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever one message does, the others are still to be sent; its own lease and attempts bound it
            catch (Exception failed)
#pragma warning restore CA1031
            {
                Stumbled(log, failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SendSomeAsync(CancellationToken ct)
    {
        var due = await InDbAsync(async db =>
        {
            await CleanAsync(db, ct);
            var now = Now;
            return await db.DciDeliveries
                .Where(one => one.SentAtUtc == null && one.ParkedAtUtc == null && one.NotBeforeUtc <= now && one.LeaseUntilUtc < now)
                .OrderBy(one => one.Sequence)
                .Select(one => one.Sequence)
                .Take(Batch)
                .ToListAsync(ct);
        });
        await Task.WhenAll(due.Select(sequence => SendAsync(sequence, ct)));
        return due.Count == Batch;
    }

    private async Task SendAsync(long sequence, CancellationToken ct)
    {
        var (now, until) = (Now, Now + Lease);
        var claimed = await InDbAsync(db => db.DciDeliveries
            .Where(one => one.Sequence == sequence && one.SentAtUtc == null && one.ParkedAtUtc == null && one.NotBeforeUtc <= now && one.LeaseUntilUtc < now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Owner, me).SetProperty(one => one.LeaseUntilUtc, until).SetProperty(one => one.Attempts, one => one.Attempts + 1), ct));
        if (claimed == 0) return;

        var (delivery, partner) = await InDbAsync(async db =>
        {
            var found = await db.DciDeliveries.AsNoTracking().SingleAsync(one => one.Sequence == sequence, ct);
            return (found, await db.DciPartners.AsNoTracking().FirstOrDefaultAsync(one => one.SenderId == found.SenderId && one.ConfirmedAtUtc != null && one.EndedAtUtc == null, ct));
        });
        var allowed = partner?.Allows(new Uri(delivery.Callback)) == true;
        var sent = allowed && await PostAsync(delivery, ct);
        await InDbAsync(db => NoteAsync(db, delivery, sent, giveUp: !allowed || delivery.Attempts >= MostAttempts, ct));
    }

    private async Task<bool> PostAsync(DciDelivery delivery, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var plain = scope.ServiceProvider.GetRequiredService<FieldCipher>().RevealBytes(delivery.Message, DciDelivery.Table, nameof(DciDelivery.Message), delivery.MessageId);
        var header = answers.Header(delivery.MessageId.ToString("N"), delivery.Action, delivery.SenderId, delivery.Requests, delivery.Requests);
        using var content = new StringContent(answers.Seal(header, JsonElement.Parse(plain)), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var client = clients.CreateClient(Client);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Callback) { Content = content };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!answer.IsSuccessStatusCode) Refused(log, delivery.SenderId, delivery.Action, (int)answer.StatusCode);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Away(log, delivery.SenderId, delivery.Action, away.Message);
            return false;
        }
    }

    private Task<int> NoteAsync(RegistrationDb db, DciDelivery delivery, bool sent, bool giveUp, CancellationToken ct)
    {
        // The lease is the fence: one that ran out meanwhile belongs to another, who notes for itself.
        var mine = db.DciDeliveries.Where(one => one.Sequence == delivery.Sequence && one.Owner == me);
        DateTime? now = Now;
        if (sent) return mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.SentAtUtc, now).SetProperty(one => one.LeaseUntilUtc, DateTime.UnixEpoch), ct);
        if (giveUp) return mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.ParkedAtUtc, now).SetProperty(one => one.LeaseUntilUtc, DateTime.UnixEpoch), ct);
        var again = now.Value + Wait(delivery.Attempts);
        return mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.NotBeforeUtc, again).SetProperty(one => one.LeaseUntilUtc, DateTime.UnixEpoch), ct);
    }

    private static TimeSpan Wait(int attempts)
    {
        var full = Math.Min(500 * Math.Pow(2, Math.Min(attempts, 20)), LongestWait.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.75 + (Random.Shared.NextDouble() * 0.5)));
    }

    // What was sent stays for a while, so that a partner can ask for it (txn/status); then nothing of it is kept.
    private async Task CleanAsync(RegistrationDb db, CancellationToken ct)
    {
        if (Now - cleanedAtUtc < TimeSpan.FromHours(1)) return;
        cleanedAtUtc = Now;
        var before = Now - Kept;
        await db.DciDeliveries.Where(one => one.WrittenAtUtc < before && (one.SentAtUtc < before || one.ParkedAtUtc < before)).ExecuteDeleteAsync(ct);
    }

    private async Task<T> InDbAsync<T>(Func<RegistrationDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        return await work(scope.ServiceProvider.GetRequiredService<RegistrationDb>());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending to partners stumbled; it goes on at the next look.")]
    private static partial void Stumbled(ILogger log, Exception failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partner {Sender} answers {Action} with {Status}.")]
    private static partial void Refused(ILogger log, string sender, string action, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partner {Sender} cannot be reached for {Action}: {Reason}")]
    private static partial void Away(ILogger log, string sender, string action, string reason);
}
