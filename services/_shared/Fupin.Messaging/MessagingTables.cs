using Microsoft.EntityFrameworkCore;

namespace Fupin.Messaging;

/// <summary>An event that waits to be sent (发件箱); written in the transaction of the change it tells.</summary>
public sealed class OutboxMessage
{
    /// <summary>The order of writing.</summary>
    public long Sequence { get; init; }

    /// <summary>Stored once, so that a repeated delivery carries the same id.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The wire name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written.</summary>
    public DateTime WrittenAtUtc { get; init; }

    /// <summary>The W3C trace context of the change, so that one trace goes on over the broker.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often sending failed for a reason of its own.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before this time; null = at once.</summary>
    public DateTime? NotBeforeUtc { get; set; }

    /// <summary>Set when it is given up until an operator releases it.</summary>
    public DateTime? ParkedAtUtc { get; set; }
}

/// <summary>Who sends (发送租约): a replica holds the lease for a while, and the fence tells an old holder from a new one.</summary>
public sealed class OutboxLease
{
    /// <summary>The part of the outbox; one for now.</summary>
    public int Partition { get; init; }

    /// <summary>The replica that holds it.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Until when.</summary>
    public DateTime UntilUtc { get; set; }

    /// <summary>Raised by one at each taking.</summary>
    public long Fence { get; set; }
}

/// <summary>A message that had its effect here (收件箱).</summary>
public sealed class InboxMessage
{
    /// <summary>The id the sender stored.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The event's wire name; there is one consumer per event and service.</summary>
    public required string Event { get; init; }

    /// <summary>When it had its effect.</summary>
    public DateTime HandledAtUtc { get; init; }
}

/// <summary>A message that could not be handled (死信); kept until an operator looks at it, replayable once.</summary>
public sealed class DeadLetter
{
    /// <summary>Its own id, to which its body is bound.</summary>
    public Guid Id { get; init; }

    /// <summary>The id of the message.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The queue it came from.</summary>
    public required string Queue { get; init; }

    /// <summary>A code for the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The exception's type and message.</summary>
    public required string Detail { get; init; }

    /// <summary>The body, encrypted.</summary>
    public required string Body { get; init; }

    /// <summary>When it was put here.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>When it was sent to its queue again.</summary>
    public DateTime? ReplayedAtUtc { get; set; }
}

/// <summary>The tables of messaging, part of each service's own database (消息表).</summary>
public static class MessagingTables
{
    /// <summary>Adds outbox, lease, inbox and dead letters to a model.</summary>
    public static void AddMessagingTables(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(row =>
        {
            row.ToTable("OutboxMessages").HasKey(message => message.Sequence);
            row.Property(message => message.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(message => message.MessageId).IsUnique();
            row.HasIndex(message => message.ParkedAtUtc);
            row.Property(message => message.Event).HasMaxLength(100).IsUnicode(false);
            row.Property(message => message.TraceParent).HasMaxLength(60).IsUnicode(false);
        });
        modelBuilder.Entity<OutboxLease>(row =>
        {
            row.ToTable("OutboxLeases").HasKey(lease => lease.Partition);
            row.Property(lease => lease.Partition).ValueGeneratedNever();
            row.Property(lease => lease.Owner).HasMaxLength(80).IsUnicode(false);
            row.HasData(new OutboxLease { Partition = 0, UntilUtc = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        });
        modelBuilder.Entity<InboxMessage>(row =>
        {
            row.ToTable("InboxMessages").HasKey(message => new { message.MessageId, message.Event });
            row.HasIndex(message => message.HandledAtUtc);
            row.Property(message => message.Event).HasMaxLength(100).IsUnicode(false);
        });
        modelBuilder.Entity<DeadLetter>(row =>
        {
            row.ToTable("DeadLetters").HasKey(letter => letter.Id);
            row.Property(letter => letter.Queue).HasMaxLength(200).IsUnicode(false);
            row.Property(letter => letter.Reason).HasMaxLength(40).IsUnicode(false);
            row.Property(letter => letter.Detail).HasMaxLength(2000);
        });
    }
}
