using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;

namespace Fupin.Registration.WhatIf;

/// <summary>How far a trial has come (试算状态).</summary>
internal enum WhatIfState
{
    /// <summary>Under way (计算中).</summary>
    Computing,

    /// <summary>Done (已完成).</summary>
    Done,

    /// <summary>Ended without a result (未完成).</summary>
    Failed,
}

/// <summary>
/// A trial of drafts on the whole population (政策试算). It keeps its progress and result here, so that any replica answers for it; the
/// replica that computes it keeps its lease, and a trial whose lease ran out has failed: its officer's token is kept nowhere.
/// </summary>
internal sealed class WhatIfRun : IVersioned
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public string OfficerName { get; private init; } = "";

    public DivisionCode Region { get; private init; }

    public string RequestJson { get; private init; } = "";

    public WhatIfState State { get; private set; }

    /// <summary>Households to compute, and those computed.</summary>
    public int Households { get; private set; }

    public int Processed { get; private set; }

    public string? ResultJson { get; private set; }

    /// <summary>Why it failed, for the officer to read.</summary>
    public string? Reason { get; private set; }

    public DateTime StartedAtUtc { get; private init; }

    public DateTime LeaseUntilUtc { get; private set; }

    public DateTime? EndedAtUtc { get; private set; }

    public int Version { get; set; }

    public WhatIfRequest Request => JsonSerializer.Deserialize<WhatIfRequest>(RequestJson, EventCatalog.Json)!;

    public WhatIfResult? Result => ResultJson is null ? null : JsonSerializer.Deserialize<WhatIfResult>(ResultJson, EventCatalog.Json);

    public static WhatIfRun Start(Guid officer, string name, DivisionCode region, WhatIfRequest request, DateTime atUtc, DateTime nowUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficerId = officer,
        OfficerName = name,
        Region = region,
        RequestJson = JsonSerializer.Serialize(request, EventCatalog.Json),
        StartedAtUtc = atUtc,
        LeaseUntilUtc = nowUtc + Lease,
    };

    /// <summary>The state as it shows: one whose replica is gone has failed.</summary>
    public WhatIfState StateAt(DateTime nowUtc) => State == WhatIfState.Computing && LeaseUntilUtc < nowUtc ? WhatIfState.Failed : State;

    public void Advance(int processed, int households, DateTime nowUtc) => (Processed, Households, LeaseUntilUtc) = (processed, households, nowUtc + Lease);

    public void Finish(WhatIfResult result, DateTime atUtc) =>
        (State, ResultJson, EndedAtUtc) = (WhatIfState.Done, JsonSerializer.Serialize(result, EventCatalog.Json), atUtc);

    public void Fail(string reason, DateTime atUtc) => (State, Reason, EndedAtUtc) = (WhatIfState.Failed, reason, atUtc);
}
