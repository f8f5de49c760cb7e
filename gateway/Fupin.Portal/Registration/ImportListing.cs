using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Registration;

/// <summary>The officer's own imports (我上传的登记表).</summary>
internal sealed class ImportListing : ShortListing<ImportView>
{
    public override IReadOnlyList<Column<ImportView>> Columns { get; } =
    [
        new("at", "上传时间", job => job.UploadedAtUtc),
        new("state", "状态", job => Texts.Word(job.State)),
        new("rows", "行", job => job.Rows) { IsNumber = true },
        new("households", "户", job => job.Households) { IsNumber = true },
        new("accepted", "可入库", job => job.Accepted) { IsNumber = true },
        new("rejected", "有错", job => job.Rejected) { IsNumber = true },
    ];

    protected override Task<Answer<IReadOnlyList<ImportView>>> AllAsync(ServiceClient services, ListState state) => FollowAsync(
        after => services.GetAsync<ImportList>("registration", $"/imports?size=100{(after is null ? "" : $"&after={after}")}"),
        page => (page.Items, page.Next?.ToString()));
}
