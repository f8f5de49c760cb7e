using Fupin.Aid.Proposals;
using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdRegisteredConsumer(HouseholdFiles files, AidDesk desk) : IConsumer<HouseholdRegistered>
{
    public async Task Consume(ConsumeContext<HouseholdRegistered> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var file = await files.OpenAsync(told.HouseholdId, ct);
        var village = file.Village;
        if (!file.TakeRegistration(told.Revision, told.Facts)) return;
        await files.MoveAsync(file, village, ct);
        await desk.DecideAsync(told.HouseholdId, ct);
    }
}
