using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Employment;

/// <summary>A person's time on a public-interest post (公益性岗位), as its list shows it.</summary>
internal sealed record PostLine(Guid Id, Guid HouseholdId, string Title, DateOnly From, DateOnly? To, Money MonthlyPay);

/// <summary>The public-interest posts (公益性岗位); employment tells the two hundred latest.</summary>
internal sealed class PostListing : ShortListing<PostLine>
{
    public override IReadOnlyList<Column<PostLine>> Columns { get; } =
    [
        new("title", "岗位", post => post.Title),
        new("from", "上岗日期", post => post.From),
        new("to", "离岗日期", post => post.To),
        new("pay", "月补贴（元）", post => post.MonthlyPay) { IsNumber = true },
    ];

    protected override async Task<Answer<IReadOnlyList<PostLine>>> AllAsync(ServiceClient services, ListState state)
    {
        var household = Guid.TryParse(state["household"], out var id) ? $"&household={id}" : "";
        var on = DateOnly.TryParse(state["on"], System.Globalization.CultureInfo.InvariantCulture, out var day) ? $"&on={Texts.Day(day)}" : "";
        var answer = await services.GetAsync<List<PostLine>>("employment", $"/public-posts?{household}{on}".Replace("?&", "?", StringComparison.Ordinal));
        return new Answer<IReadOnlyList<PostLine>>(answer.Value, answer.Problem);
    }
}
