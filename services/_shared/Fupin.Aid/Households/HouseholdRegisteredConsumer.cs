using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdRegisteredConsumer(HouseholdFiles files) : IConsumer<HouseholdRegistered>
{
    public Task Consume(ConsumeContext<HouseholdRegistered> context) => files.TakeAsync(context.Message, context.CancellationToken);
}
