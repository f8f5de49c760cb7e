using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.Testing;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Messaging.Tests;

/// <summary>What came to nothing is seen by operators, and sent again once its cause is gone.</summary>
public sealed class LookingAfterMessages : ProbeTest
{
    [Fact]
    public async Task A_dead_letter_has_its_effect_when_replayed_to_a_mended_service_and_only_once()
    {
        Guid household;
        await using (var broken = await StartAsync("listener", listens: true))
        {
            await using var teller = await StartAsync("teller");
            household = await teller.TellAsync(ProbeConsumer.Poison);
            await Eventually.Holds(async () => Assert.Single(await broken.DeadLettersAsync()));
        }

        await using var mended = await StartAsync("listener", listens: true, mended: true);
        var letter = Assert.Single((await TroubledAsync(mended)).DeadLetters);
        Assert.Equal(("listener-household-exited", "probe-poison", null), (letter.Queue, letter.Reason, letter.ReplayedAtUtc));

        Assert.Null(await ReplayAsync(mended, letter.Id));
        await Eventually.Holds(async () => Assert.Single(await mended.EffectsOfAsync(household)));
        Assert.NotNull(Assert.Single((await TroubledAsync(mended)).DeadLetters).ReplayedAtUtc);
        Assert.Equal(MessageDesk.ReplayedBefore, await ReplayAsync(mended, letter.Id));
        Assert.Equal(MessageDesk.NoSuchMessage, await ReplayAsync(mended, Guid.NewGuid()));
    }

    [Fact]
    public async Task What_never_was_an_event_is_not_replayed()
    {
        await using var listener = await StartAsync("listener", listens: true);
        await SendRawAsync("listener-household-exited", "{ this is no JSON");
        await Eventually.Holds(async () => Assert.Single(await listener.DeadLettersAsync()));

        var letter = Assert.Single(await listener.DeadLettersAsync());
        Assert.Equal(MessageDesk.NotAnEvent, await ReplayAsync(listener, letter.Id));
        Assert.Null(Assert.Single(await listener.DeadLettersAsync()).ReplayedAtUtc);
    }

    [Fact]
    public async Task A_parked_event_stays_until_it_is_released()
    {
        await using var listener = await StartAsync("listener", listens: true);
        Guid given;
        await using (var teller = await StartAsync("teller", delivers: false))
        {
            given = await teller.TellAsync();
            await teller.WithAsync((_, db) => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ParkedAtUtc, new DateTime(2016, 5, 1, 0, 0, 0, DateTimeKind.Utc))));
        }

        await using var restarted = await StartAsync("teller");
        var later = await restarted.TellAsync();
        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(later)));
        Assert.Empty(await listener.EffectsOfAsync(given));

        var troubled = await TroubledAsync(restarted);
        Assert.Equal(0, troubled.Waiting);
        var released = await restarted.WithAsync((services, db) => ReleaseParked.Handle(Assert.Single(troubled.Parked).MessageId, db, default));
        Assert.IsType<NoContent>(released.Result);

        await Eventually.Holds(async () => Assert.Single(await listener.EffectsOfAsync(given)));
        Assert.Empty((await TroubledAsync(restarted)).Parked);
    }

    private static async Task<ListTroubled.Response> TroubledAsync(ProbeService service) => (await service.WithAsync((_, db) => ListTroubled.Handle(db, default))).Value!;

    private static async Task<Refusal?> ReplayAsync(ProbeService service, Guid id) => (await service.WithAsync((services, db) =>
        ReplayDeadLetter.Handle(id, db, services.GetRequiredService<FieldCipher>(), services.GetRequiredService<IBus>(), default))).Result as Refusal;
}
