using Fupin.Aid.Proposals;
using Fupin.Contracts.Registration;
using MassTransit;

namespace Fupin.Aid.Households;

// 依据：武发[2016]68号 四(四)：如期脱贫或提前脱贫的，两年内享受扶贫优惠政策 — aids go on until the retention ends, then the set is empty.
internal sealed class HouseholdExitedConsumer(HouseholdFiles files, AidDesk desk) : IConsumer<HouseholdExited>
{
    public async Task Consume(ConsumeContext<HouseholdExited> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        var file = await files.OpenAsync(told.HouseholdId, ct);
        if (file.TakeExit(told.Revision, told.RetainedUntil)) await desk.DecideAsync(told.HouseholdId, ct);
    }
}
