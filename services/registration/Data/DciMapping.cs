using Fupin.Registration.Dci.Partners;
using Fupin.Registration.Dci.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of the exchange with partners (对外数据交换). They are looked up by partner, not by region; what a partner sees is bounded where it is read.</summary>
internal static class DciMapping
{
    public static void MapDci(this ModelBuilder model)
    {
        model.Entity<DciPartner>(partner =>
        {
            partner.ToTable("DciPartners");
            partner.Property(one => one.Id).ValueGeneratedNever();
            partner.Property(one => one.SenderId).HasMaxLength(99);
            partner.Property(one => one.Name).HasMaxLength(100);
            partner.Property(one => one.Callbacks).HasMaxLength(4_010);
            partner.HasIndex(one => one.SenderId);
            partner.Ignore(one => one.CallbackBases);
        });
        model.Entity<DciSubscription>(subscription =>
        {
            subscription.ToTable("DciSubscriptions");
            subscription.Property(one => one.Id).ValueGeneratedNever();
            subscription.Property(one => one.SenderId).HasMaxLength(99);
            subscription.Property(one => one.Cron).HasMaxLength(100).IsUnicode(false);
            subscription.Property(one => one.Callback).HasMaxLength(500);
            subscription.Property(one => one.ActiveKey).HasMaxLength(64).IsUnicode(false);
            subscription.HasIndex(one => one.ActiveKey).IsUnique(); // the same wish is held once
            subscription.HasIndex(one => new { one.UnsubscribedAtUtc, one.EndsAtUtc });
            subscription.Ignore(one => one.Code);
        });
        model.Entity<DciChange>(change =>
        {
            change.ToTable("DciChanges").HasKey(one => one.Sequence);
            change.Property(one => one.Sequence).ValueGeneratedOnAdd();
        });
        model.Entity<DciDelivery>(delivery =>
        {
            delivery.ToTable(DciDelivery.Table).HasKey(one => one.Sequence);
            delivery.Property(one => one.Sequence).ValueGeneratedOnAdd();
            delivery.Property(one => one.SenderId).HasMaxLength(99);
            delivery.Property(one => one.Action).HasMaxLength(20).IsUnicode(false);
            delivery.Property(one => one.Callback).HasMaxLength(500);
            delivery.Property(one => one.RequestId).HasMaxLength(99);
            delivery.Property(one => one.TransactionId).HasMaxLength(99);
            delivery.Property(one => one.CorrelationId).HasMaxLength(99);
            delivery.Property(one => one.Owner).HasMaxLength(80).IsUnicode(false);
            delivery.HasIndex(one => one.MessageId).IsUnique();
            delivery.HasIndex(one => new { one.SenderId, one.RequestId }).IsUnique(); // a message has its effect once
            delivery.HasIndex(one => new { one.SenderId, one.TransactionId });
            delivery.HasIndex(one => new { one.SentAtUtc, one.ParkedAtUtc, one.NotBeforeUtc });
        });
    }
}
