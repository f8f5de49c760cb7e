using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Registration;

internal sealed record RulesView(IReadOnlyList<RuleRow> Rules, IReadOnlyDictionary<string, string> PolicyNames);

/// <summary>A version of a rule (叠加规则), as its list shows it.</summary>
internal sealed record RuleRow(Guid Id, string Code, RuleView Rule, bool Confirmed, Guid? DraftedBy)
{
    /// <summary>The policies with their names, which come beside the rules.</summary>
    public string Concerns { get; init; } = "";
}

internal sealed record RuleView(
    string Kind, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, IReadOnlyList<string>? Policies, IReadOnlyList<string>? Chain, string? Policy,
    string? Per, string? Keep, string? Span, Money? Amount, IReadOnlyList<string>? Views, string? View)
{
    public IReadOnlyList<string> Concerns => Policies ?? Chain ?? [Policy ?? ""];

    /// <summary>The sentence of a reduction with words for what a household's case fills in.</summary>
    public string Plain => Text
        .Replace("{policy}", "后者", StringComparison.Ordinal).Replace("{because}", "前者", StringComparison.Ordinal).Replace(" {amount} 元", "相应金额", StringComparison.Ordinal);
}

/// <summary>All versions of the rules of stacking (叠加规则).</summary>
internal sealed class RuleListing : ShortListing<RuleRow>
{
    public override IReadOnlyList<Column<RuleRow>> Columns { get; } =
    [
        new("code", "编号", row => row.Code),
        new("kind", "种类", row => Texts.Word(row.Rule.Kind)),
        new("policies", "涉及政策", row => row.Concerns) { CanSort = false },
        new("from", "自", row => row.Rule.From),
        new("to", "至", row => row.Rule.To),
        new("basis", "依据", row => row.Rule.IsUnconfirmed ? $"{row.Rule.Basis}（待确认）" : row.Rule.Basis),
        new("text", "说明", row => row.Rule.Plain) { CanSort = false },
        new("state", "状态", row => row.Confirmed ? "生效" : "待复核"),
    ];

    protected override async Task<Answer<IReadOnlyList<RuleRow>>> AllAsync(ServiceClient services, ListState state)
    {
        var answer = await services.GetAsync<RulesView>("registration", "/stacking-rules");
        return new Answer<IReadOnlyList<RuleRow>>(
            answer.Value?.Rules
                .Where(row => state["state"] switch { "draft" => !row.Confirmed, "confirmed" => row.Confirmed, _ => true })
                .Where(row => state["kind"] is "" || row.Rule.Kind == state["kind"])
                .Select(row => row with { Concerns = string.Join("、", row.Rule.Concerns.Select(policy => $"{policy} {answer.Value.PolicyNames.GetValueOrDefault(policy)}")) })
                .ToList(),
            answer.Problem);
    }
}
