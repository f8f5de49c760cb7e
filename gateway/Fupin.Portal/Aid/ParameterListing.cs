using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Aid;

/// <summary>A dated value of a policy (政策参数), as its list shows it.</summary>
internal sealed record ParameterLine(Guid Id, string Name, string Label, string Value, string Unit, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string State);

/// <summary>The parameters of a department (政策参数), drafts included.</summary>
internal sealed class ParameterListing : ShortListing<ParameterLine>
{
    public override IReadOnlyList<Column<ParameterLine>> Columns { get; } =
    [
        new("name", "参数", row => $"{row.Label} {row.Name}"),
        new("value", "数值", row => $"{row.Value} {row.Unit}") { CanSort = false },
        new("from", "自", row => row.From),
        new("to", "至", row => row.To),
        new("basis", "依据", row => row.IsUnconfirmed ? $"{row.Basis}（待确认）" : row.Basis),
        new("state", "状态", row => row.State == "draft" ? "待复核" : "生效"),
    ];

    protected override async Task<Answer<IReadOnlyList<ParameterLine>>> AllAsync(ServiceClient services, ListState state)
    {
        var answer = await services.GetAsync<List<ParameterLine>>(state.Department, "/parameters");
        return new Answer<IReadOnlyList<ParameterLine>>(answer.Value?.Where(row => state["state"] is "" || row.State == state["state"]).ToList(), answer.Problem);
    }
}
