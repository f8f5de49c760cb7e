using System.Globalization;
using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Aid;

/// <summary>The items of a department in a month (拟发项目). A month of a district has tens of thousands, so the department puts them in order.</summary>
internal sealed class ProposalListing : Listing<ProposalView>
{
    private const int LargestPage = 200;

    public override IReadOnlyList<Column<ProposalView>> Columns { get; } =
    [
        new("policy", "政策", item => $"{item.Policy} {item.PolicyName}"),
        new("period", "所属期", item => item.Period),
        new("proposed", "拟发（元）", item => item.Proposed) { IsNumber = true },
        new("granted", "核定（元）", item => item.Granted) { IsNumber = true },
        new("state", "状态", item => Texts.Word(item.State)),
        new("outcome", "结果", item => item.Outcome is null ? "" : Texts.Word(item.Outcome)) { CanSort = false },
        new("why", "说明", item => item.Why) { CanSort = false },
    ];

    public override async Task<Answer<Rows<ProposalView>>> ReadAsync(ServiceClient services, ListState state, int skip, int take)
    {
        var rows = new List<ProposalView>();
        while (true)
        {
            var answer = await services.GetAsync<ProposalPage>(state.Department, AddressOf(state, skip + rows.Count, Math.Min(take - rows.Count, LargestPage)));
            if (answer.Value is not { } page) return new Answer<Rows<ProposalView>>(null, answer.Problem);
            rows.AddRange(page.Items);
            if (page.Items.Count == 0 || rows.Count >= take || skip + rows.Count >= page.Total) return new Answer<Rows<ProposalView>>(new Rows<ProposalView>(rows, page.Total ?? rows.Count), null);
        }
    }

    private static string AddressOf(ListState state, int skip, int size)
    {
        var month = AidMonth.TryParse(state["month"], out var asked) ? $"&month={asked}" : "";
        var chosen = state["state"] is { Length: > 0 } one ? $"&state={Uri.EscapeDataString(one)}" : "";
        var village = state["village"] is { Length: > 0 } division ? $"&village={Uri.EscapeDataString(division)}" : "";
        var sort = state.Sort.Length > 0 ? $"&sort={(state.Descending ? "-" : "")}{Uri.EscapeDataString(state.Sort)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/proposals?skip={skip}&size={size}{month}{chosen}{village}{sort}");
    }
}
