using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Education;

/// <summary>What a school charged a pupil for a term (学费登记), as its list shows it.</summary>
internal sealed record SchoolLine(Guid Id, Guid HouseholdId, Guid MemberId, string Term, string School, Money Tuition);

/// <summary>The terms of a household's pupils (学籍登记).</summary>
internal sealed class SchoolListing : ShortListing<SchoolLine>
{
    public override IReadOnlyList<Column<SchoolLine>> Columns { get; } =
    [
        new("term", "学期", line => line.Term.Replace("-S1", " 年春季", StringComparison.Ordinal).Replace("-S2", " 年秋季", StringComparison.Ordinal)),
        new("school", "学校", line => line.School),
        new("tuition", "实际学费（元）", line => line.Tuition) { IsNumber = true },
    ];

    protected override Task<Answer<IReadOnlyList<SchoolLine>>> AllAsync(ServiceClient services, ListState state) => FollowAsync(
        after => services.GetAsync<SchoolPage>(
            "education-aid", $"/school-records?size=200&household={Uri.EscapeDataString(state["household"])}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}"),
        page => (page.Items, page.Next));

    private sealed record SchoolPage(IReadOnlyList<SchoolLine> Items, string? Next);
}
