using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdRegisteredConsumer(HouseholdFiles files) : IConsumer<Batch<HouseholdRegistered>>
{
    public Task Consume(ConsumeContext<Batch<HouseholdRegistered>> context) =>
        files.TakeAsync([.. context.Message.Select(told => told.Message)], context.CancellationToken);
}
