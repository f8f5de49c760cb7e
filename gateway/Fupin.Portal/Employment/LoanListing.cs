using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Employment;

/// <summary>A small loan (小额贷款), as its list shows it.</summary>
internal sealed record LoanLine(
    Guid Id, Guid HouseholdId, string Bank, string ContractNo, string Use, Money Principal, int RateBasisPoints, DateOnly IssuedOn, DateOnly DueOn, DateOnly? RepaidOn,
    DateOnly? OverdueSince)
{
    public string State => RepaidOn is not null ? "repaid" : OverdueSince is not null ? "overdue" : "running";
}

/// <summary>The small loans of the officer's region (小额贷款).</summary>
internal sealed class LoanListing : ShortListing<LoanLine>
{
    private const int LargestPage = 200;

    public override IReadOnlyList<Column<LoanLine>> Columns { get; } =
    [
        new("contract", "合同号", loan => loan.ContractNo),
        new("bank", "银行", loan => loan.Bank),
        new("use", "用途", loan => Texts.Word(loan.Use)),
        new("principal", "本金（元）", loan => loan.Principal) { IsNumber = true },
        new("rate", "年利率（%）", loan => loan.RateBasisPoints / 100m) { IsNumber = true },
        new("issued", "放款日", loan => loan.IssuedOn),
        new("due", "到期日", loan => loan.DueOn),
        new("state", "状态", loan => Texts.Word(loan.State)),
    ];

    protected override Task<Answer<IReadOnlyList<LoanLine>>> AllAsync(ServiceClient services, ListState state)
    {
        var household = Guid.TryParse(state["household"], out var id) ? $"&household={id}" : "";
        return FollowAsync(
            after => services.GetAsync<List<LoanLine>>("employment", $"/loans?after={Uri.EscapeDataString(after ?? "")}{household}"),
            page => (page, page.Count == LargestPage ? page[^1].ContractNo : null));
    }
}
