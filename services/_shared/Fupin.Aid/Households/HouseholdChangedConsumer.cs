using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdChangedConsumer(HouseholdFiles files) : IConsumer<Batch<HouseholdChanged>>
{
    public Task Consume(ConsumeContext<Batch<HouseholdChanged>> context) =>
        files.TakeAsync([.. context.Message.Select(told => told.Message)], context.CancellationToken);
}
