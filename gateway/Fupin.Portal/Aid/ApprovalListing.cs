using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Aid;

/// <summary>The newest approvals of a department (审批批次); it tells no more than two hundred.</summary>
internal sealed class ApprovalListing : ShortListing<ApprovalView>
{
    public override IReadOnlyList<Column<ApprovalView>> Columns { get; } =
    [
        new("month", "月份", approval => approval.Month),
        new("state", "状态", approval => Texts.Word(approval.State)),
        new("count", "项数", approval => approval.Count) { IsNumber = true },
        new("sum", "合计（元）", approval => approval.Sum) { IsNumber = true },
        new("by", "经办", approval => approval.ApprovedByName),
        new("at", "提交时间", approval => approval.ApprovedAtUtc),
        new("closedBy", "复核", approval => approval.ClosedByName),
        new("reason", "退回理由", approval => approval.Reason) { CanSort = false },
    ];

    protected override async Task<Answer<IReadOnlyList<ApprovalView>>> AllAsync(ServiceClient services, ListState state)
    {
        var answer = await services.GetAsync<List<ApprovalView>>(state.Department, "/approvals");
        return new Answer<IReadOnlyList<ApprovalView>>(answer.Value?.Where(approval => state["state"] is "" || approval.State == state["state"]).ToList(), answer.Problem);
    }
}
