using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

internal sealed class MembersMovedConsumer(HouseholdFiles files) : IConsumer<MembersMoved>
{
    public Task Consume(ConsumeContext<MembersMoved> context) => files.TakeAsync(context.Message, context.CancellationToken);
}
