using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class HouseholdChangedConsumer(HouseholdFiles files) : IConsumer<HouseholdChanged>
{
    public Task Consume(ConsumeContext<HouseholdChanged> context) => files.TakeAsync(context.Message, context.CancellationToken);
}
