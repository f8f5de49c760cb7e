namespace Fupin.Registration.Identification;

/// <summary>Which of the two notices (两公示).</summary>
internal enum NoticeRound
{
    /// <summary>The village's (村公示).</summary>
    First,

    /// <summary>The town's (镇公示).</summary>
    Second,
}

/// <summary>A public notice (公示) of some of a batch's cases; those that were held get a later one of their own.</summary>
internal sealed class Notice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid BatchId { get; private init; }

    public NoticeRound Round { get; private init; }

    public DateOnly StartedOn { get; private init; }

    /// <summary>How long it runs (公示天数), by the parameter of the day it started.</summary>
    public int Days { get; private init; }

    /// <summary>The first day on which it may be closed (可结束日).</summary>
    public DateOnly ClosableOn { get; private init; }

    /// <summary>When the last case left it; nothing while one is on it.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Where it hangs (张贴地点).</summary>
    public string? Place { get; private init; }

    /// <summary>The photo of it (公示照片), an attachment.</summary>
    public Guid? PhotoId { get; private init; }

    public static Notice Start(Guid batchId, NoticeRound round, DateOnly today, IdentificationRules rules, string? place, Guid? photoId) => new()
    {
        BatchId = batchId,
        Round = round,
        StartedOn = today,
        Days = rules.PublicityDays,
        ClosableOn = rules.Calendar.AfterDays(today, rules.PublicityDays, rules.WorkingDays),
        Place = place,
        PhotoId = photoId,
    };

    /// <summary>How many days it still has to hang; none once it may be closed.</summary>
    public int DaysLeft(DateOnly today) => Math.Max(0, ClosableOn.DayNumber - today.DayNumber);

    internal void HangsWhile(bool needed, DateOnly today) => ClosedOn = needed ? null : ClosedOn ?? today;
}
