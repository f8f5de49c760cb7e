using System.Text.Json;
using Fupin.Contracts.Identity;

namespace Fupin.Audit.Tests.Trail;

/// <summary>Every event of every department is kept once, in one chain.</summary>
public abstract class KeepingTheTrail(AuditPlace place)
{
    [Fact]
    public async Task Events_of_several_departments_are_kept_in_order_with_a_whole_chain()
    {
        await using var audit = await Audit.StartAsync(await place.DatabaseAsync());
        var household = new AHousehold();
        await audit.TellAsync(new OfficerChanged(household.Officer, 1, "registration", "320412", ["register.read"], Active: true));
        await audit.TellAsync(household.Registered());
        await audit.TellAsync(household.Proposed("education-aid", yuan: 1000));
        await audit.TellAsync(household.Proposed("social-assistance", yuan: 400));
        await audit.TellAsync(household.Stacked("social-assistance", proposed: 400, granted: 300));
        await audit.TellAsync(household.Approved("social-assistance", yuan: 300));

        var trail = await audit.TrailAsync();
        Assert.Equal(
            [
                (1, "identity", "identity.officer-changed"),
                (2, "registration", "registration.household-registered"),
                (3, "education-aid", "aid.aid-proposed"),
                (4, "social-assistance", "aid.aid-proposed"),
                (5, "registration", "registration.aid-stacked"),
                (6, "social-assistance", "aid.aid-approved"),
            ],
            trail.Select(entry => (entry.GetProperty("sequence").GetInt64(), entry.GetProperty("department").GetString(), entry.GetProperty("event").GetString())));
        Assert.All(trail.Skip(1), entry => Assert.Equal("320412110207", entry.GetProperty("village").GetString()));

        var verdict = await audit.VerifyAsync();
        Assert.True(verdict.GetProperty("whole").GetBoolean());
        Assert.Equal(JsonValueKind.Null, verdict.GetProperty("firstBadSequence").ValueKind);
        Assert.Equal(trail[^1].GetProperty("hash").GetString(), verdict.GetProperty("lastHash").GetString());
    }

    [Fact]
    public async Task Two_replicas_do_not_fork_the_chain_and_keep_each_event_once()
    {
        await using var audit = await Audit.StartAsync(await place.DatabaseAsync(), replicas: 2);
        var households = Enumerable.Range(0, 40).Select(_ => new AHousehold()).ToList();
        await Task.WhenAll(households.Select(async household =>
        {
            var message = Guid.NewGuid();
            await audit.TellWithoutWaitingAsync(household.Registered(), message);
            await audit.TellWithoutWaitingAsync(household.Proposed("employment", yuan: 100), Guid.NewGuid());
            await audit.TellWithoutWaitingAsync(household.Registered(), message); // the same message again
        }));
        await audit.HasAsync(2 * households.Count);

        // Behind all of them in the same queues: what was told twice has been taken from the queue before these are.
        var last = new AHousehold();
        await audit.TellAsync(last.Registered());
        await audit.TellAsync(last.Proposed("employment", yuan: 100));

        var trail = await audit.TrailAsync();
        Assert.Equal((2 * households.Count) + 2, trail.Count);
        Assert.Equal(Enumerable.Range(1, trail.Count).Select(number => (long)number), trail.Select(entry => entry.GetProperty("sequence").GetInt64()));
        Assert.All(households, household => Assert.Equal(
            ["aid.aid-proposed", "registration.household-registered"],
            trail.Where(entry => entry.GetProperty("householdId").GetString() == household.Id.ToString()).Select(entry => entry.GetProperty("event").GetString()!).Order(StringComparer.Ordinal)));
        for (var replica = 0; replica < 2; replica++) Assert.True((await audit.VerifyAsync(replica)).GetProperty("whole").GetBoolean());
    }
}

public sealed class KeepingTheTrailOnSqlite(OnSqlite place) : KeepingTheTrail(place);

public sealed class KeepingTheTrailOnSqlServer(OnSqlServer place) : KeepingTheTrail(place);
