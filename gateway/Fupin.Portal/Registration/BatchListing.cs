using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Registration;

/// <summary>The batches of a village (识别批次).</summary>
internal sealed class BatchListing : ShortListing<BatchLine>
{
    public override IReadOnlyList<Column<BatchLine>> Columns { get; } =
    [
        new("number", "批次", batch => batch.Number),
        new("village", "行政村", batch => batch.VillageName) { CanSort = false },
        new("state", "状态", batch => Texts.Word(batch.State)),
        new("cases", "户数", batch => batch.Cases) { IsNumber = true },
        new("opened", "建立时间", batch => batch.OpenedAtUtc),
    ];

    protected override Task<Answer<IReadOnlyList<BatchLine>>> AllAsync(ServiceClient services, ListState state) => FollowAsync(
        after => services.GetAsync<BatchList>(
            "registration",
            $"/villages/{Uri.EscapeDataString(state["village"])}/batches?size=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}"),
        page => (page.Items, page.Next));
}
