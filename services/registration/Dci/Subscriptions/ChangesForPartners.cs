using System.Text.Json;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>
/// Notes for partners what a save tells the other departments (记录变化): whatever writes one of these events to the outbox, in whichever use case, has a
/// change beside it in the same transaction. Without a subscription nothing is noted, so that bulk work pays for nobody.
/// </summary>
internal sealed class ChangesForPartners : SaveChangesInterceptor
{
    private static readonly Dictionary<string, PartnerEvent> Told = new()
    {
        [EventCatalog.NameOf(typeof(HouseholdRegistered))] = PartnerEvent.Registered,
        [EventCatalog.NameOf(typeof(HouseholdChanged))] = PartnerEvent.Changed,
        [EventCatalog.NameOf(typeof(HouseholdExited))] = PartnerEvent.Deregistered,
        [EventCatalog.NameOf(typeof(AidStacked))] = PartnerEvent.StatusChanged,
    };

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not RegistrationDb db) return result;
        var news = Added<OutboxMessage>(db).Where(message => Told.ContainsKey(message.Event)).ToList();
        if (news.Count == 0) return result;

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (!await db.DciSubscriptions.AnyAsync(one => one.UnsubscribedAtUtc == null && one.EndsAtUtc > now, cancellationToken)) return result;
        var joined = Added<HouseholdMember>(db).Select(member => member.HouseholdId).ToHashSet();
        db.DciChanges.AddRange(news.Select(message => Of(message, joined, now)));
        return result;
    }

    // The interceptors before this one have just looked for changes; looking again would cost bulk work as much again.
    private static List<TRow> Added<TRow>(RegistrationDb db)
        where TRow : class
    {
        var tracker = db.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        List<TRow> added = [.. tracker.Entries<TRow>().Where(row => row.State == EntityState.Added).Select(row => row.Entity)];
        tracker.AutoDetectChangesEnabled = detects;
        return added;
    }

    private static DciChange Of(OutboxMessage message, HashSet<Guid> joined, DateTime now)
    {
        using var told = JsonDocument.Parse(message.Body);
        var household = told.RootElement.GetProperty("householdId").GetGuid();
        var what = Told[message.Event];
        return new DciChange
        {
            HouseholdId = household,
            Event = what == PartnerEvent.Changed && joined.Contains(household) ? PartnerEvent.MemberJoined : what,
            Month = told.RootElement.TryGetProperty("month", out var month) ? AidMonth.Parse(month.GetString()!) : null,
            Revision = told.RootElement.GetProperty("revision").GetInt32(),
            AtUtc = now,
        };
    }
}
