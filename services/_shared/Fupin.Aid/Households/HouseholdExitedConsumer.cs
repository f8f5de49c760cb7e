using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdExitedConsumer(HouseholdFiles files) : IConsumer<HouseholdExited>
{
    public Task Consume(ConsumeContext<HouseholdExited> context) => files.TakeAsync(context.Message, context.CancellationToken);
}
