namespace Fupin.Portal.Clients;

/// <summary>The divisions of the officer's region (辖区), as towns with their villages.</summary>
internal static class Divisions
{
    public static async Task<Answer<IReadOnlyList<Division>>> TownsAsync(this ServiceClient services)
    {
        var tree = await services.GetAsync<List<Division>>("registration", "/divisions");
        return new Answer<IReadOnlyList<Division>>(tree.Value is { } nodes ? [.. nodes.SelectMany(TownsOf)] : null, tree.Problem);
    }

    /// <summary>The names of the officer's towns by their codes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TownNamesAsync(this ServiceClient services) =>
        ((await services.TownsAsync()).Value ?? []).DistinctBy(town => town.Code).ToDictionary(town => town.Code, town => town.Name);

    // The region's own node may be the district, a town or one village.
    private static IEnumerable<Division> TownsOf(Division node) => node.Level switch
    {
        "village" => [node with { Level = "", Inside = [node] }],
        "town" => [node],
        _ => node.Inside.SelectMany(TownsOf),
    };
}
