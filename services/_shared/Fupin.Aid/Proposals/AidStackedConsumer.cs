using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Proposals;

internal sealed class AidStackedConsumer(AidDesk desk) : IConsumer<AidStacked>
{
    public Task Consume(ConsumeContext<AidStacked> context) => desk.TakeAsync(context.Message, context.CancellationToken);
}
