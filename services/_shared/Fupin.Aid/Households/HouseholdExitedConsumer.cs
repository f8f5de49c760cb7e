using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdExitedConsumer(HouseholdFiles files) : IConsumer<Batch<HouseholdExited>>
{
    public Task Consume(ConsumeContext<Batch<HouseholdExited>> context) =>
        files.TakeAsync([.. context.Message.Select(told => told.Message)], context.CancellationToken);
}
