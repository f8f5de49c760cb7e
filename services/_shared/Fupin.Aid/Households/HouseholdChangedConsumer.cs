using Fupin.Aid.Proposals;
using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdChangedConsumer(HouseholdFiles files, AidDesk desk) : IConsumer<HouseholdChanged>
{
    public async Task Consume(ConsumeContext<HouseholdChanged> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var file = await files.OpenAsync(told.HouseholdId, ct);
        var village = file.Village;
        if (!file.TakeFacts(told.Revision, told.Facts)) return;
        await files.MoveAsync(file, village, ct);
        await desk.DecideAsync(told.HouseholdId, ct);
    }
}
