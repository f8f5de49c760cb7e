using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.MedicalAid;

/// <summary>A settlement (结算单), as its list shows it.</summary>
internal sealed record SettlementLine(
    Guid Id, string Number, Guid HouseholdId, DateOnly On, Money Total, IReadOnlyList<SettlementLayer> Layers, Money SelfPaid, int PaidBasisPoints);

internal sealed record SettlementLayer(string Policy, Money Amount);

internal sealed record SettlementPage(IReadOnlyList<SettlementLine> Items, long? Next);

/// <summary>The settlements of a month (医疗结算单).</summary>
internal sealed class SettlementListing : ShortListing<SettlementLine>
{
    public override IReadOnlyList<Column<SettlementLine>> Columns { get; } =
    [
        new("number", "结算单号", bill => bill.Number),
        new("on", "日期", bill => bill.On),
        new("total", "总费用（元）", bill => bill.Total) { IsNumber = true },
        Layer("M1", "基本医保（元）"),
        Layer("M2", "大病保险（元）"),
        Layer("M3", "补充保障（元）"),
        Layer("M4", "医疗救助（元）"),
        new("self", "自付（元）", bill => bill.SelfPaid) { IsNumber = true },
        new("paid", "报销比例（%）", bill => bill.PaidBasisPoints / 100m) { IsNumber = true },
    ];

    protected override Task<Answer<IReadOnlyList<SettlementLine>>> AllAsync(ServiceClient services, ListState state)
    {
        var month = AidMonth.TryParse(state["month"], out var asked) ? $"&month={asked}" : "";
        return FollowAsync(
            after => services.GetAsync<SettlementPage>("medical-aid", $"/settlements?size=200&after={after ?? "0"}{month}"),
            page => (page.Items, page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Column<SettlementLine> Layer(string policy, string title) =>
        new(policy, title, bill => bill.Layers.FirstOrDefault(layer => layer.Policy == policy)?.Amount ?? Money.Zero) { IsNumber = true };
}
