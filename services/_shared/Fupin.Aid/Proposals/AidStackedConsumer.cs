using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Proposals;

internal sealed class AidStackedConsumer(AidDesk desk) : IConsumer<Batch<AidStacked>>
{
    public Task Consume(ConsumeContext<Batch<AidStacked>> context) =>
        desk.TakeAsync([.. context.Message.Select(told => told.Message)], context.CancellationToken);
}
