using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Registration;

/// <summary>Households by village and state (户册). Who searches a person posts, and gets no address of it.</summary>
internal sealed class HouseholdListing : Listing<HouseholdLine>
{
    private const int LargestPage = 100;

    public override IReadOnlyList<Column<HouseholdLine>> Columns { get; } =
    [
        new("number", "户编号", one => one.Number),
        new("head", "户主", one => one.Head) { CanSort = false },
        new("village", "行政村", one => one.Village),
        new("group", "村民小组", one => one.Group) { CanSort = false },
        new("members", "人口", one => one.Members) { IsNumber = true },
        new("attribute", "户属性", one => Texts.Attribute(one.Attribute)),
        new("state", "状态", one => Texts.Word(one.State)),
    ];

    public override async Task<Answer<Rows<HouseholdLine>>> ReadAsync(ServiceClient services, ListState state, int skip, int take)
    {
        var rows = new List<HouseholdLine>();
        var villages = ((await services.TownsAsync()).Value ?? []).SelectMany(town => town.Inside).ToDictionary(village => village.Code, village => village.Name);
        while (true)
        {
            var answer = await services.PostAsync<HouseholdList>("registration", "/households/search", new
            {
                Village = state["village"] is { Length: > 0 } village ? village : null,
                State = state["state"] is { Length: > 0 } status ? status : null,
                Sort = state.Descending ? $"-{state.Sort}" : state.Sort,
                Skip = skip + rows.Count,
                Size = Math.Min(take - rows.Count, LargestPage),
            });
            if (answer.Value is not { } page) return new Answer<Rows<HouseholdLine>>(null, answer.Problem);
            rows.AddRange(page.Items.Select(one => one with { Village = villages.GetValueOrDefault(one.Village, one.Village) }));
            if (page.Items.Count == 0 || rows.Count >= take || skip + rows.Count >= page.Total) return new Answer<Rows<HouseholdLine>>(new Rows<HouseholdLine>(rows, page.Total ?? rows.Count), null);
        }
    }
}
