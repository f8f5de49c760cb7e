using System.Text.Json;
using Fupin.AppHost.Local;

namespace Fupin.Benchmarks;

/// <summary>
/// Villages with made-up people in the mix of the sample (1.8 people a household; sizes, attributes, disability, students as counted there),
/// and who does what in them: three officers, so that four eyes are kept.
/// </summary>
internal sealed class Population(PlatformApi api, int households)
{
    private const int HouseholdsPerWorkbook = 600;
    private static readonly (string Town, string Enters, string Reviews, string Approves)[] Towns =
    [
        ("320412110", "dev-town", "dev-town-2", "dev-district"),
        ("320412114", "dev-town-other", "dev-district", "dev-district-2"),
    ];

    private readonly SampleData data = SampleData.Read();

    public SampleData Words => data;

    /// <summary>The workbooks, each with the officers of its village; a village beyond its first comes again in a later wave.</summary>
    public async Task<IReadOnlyList<Workbook>> WorkbooksAsync(CancellationToken ct)
    {
        var villages = await VillagesAsync(ct);
        var people = new SamplePeople(data);
        var books = new List<Workbook>();
        for (var left = households; left > 0; left -= HouseholdsPerWorkbook)
        {
            var (village, officers) = villages[books.Count % villages.Count];
            var rows = people.Rows(village, first: 1, Math.Min(left, HouseholdsPerWorkbook)).ToList();
            books.Add(new Workbook(
                village, books.Count / villages.Count, Math.Min(left, HouseholdsPerWorkbook), rows.Count, SampleWorkbook.Write(data.Sheet, data.Headers, rows),
                officers.Enters, officers.Reviews, officers.Approves));
        }

        return books;
    }

    private async Task<IReadOnlyList<(string Code, (string Town, string Enters, string Reviews, string Approves) Officers)>> VillagesAsync(CancellationToken ct)
    {
        var tree = await api.GetAsync("dev-district", "api/registration/divisions", ct);
        var codes = Codes(tree).ToHashSet();
        return
        [
            .. from officers in Towns
               from code in codes.Where(code => code.Length == 12 && code.StartsWith(officers.Town, StringComparison.Ordinal) && !code.EndsWith("000", StringComparison.Ordinal)).Order()
               select (code, officers),
        ];
    }

    private static IEnumerable<string> Codes(JsonElement nodes) => nodes.EnumerateArray().SelectMany(node => Codes(node.GetProperty("inside")).Prepend(node.GetProperty("code").GetString()!));
}

/// <summary>A village's workbook, and the officers who take its batch through identification.</summary>
internal sealed record Workbook(string Village, int Wave, int Households, int People, byte[] Content, string Enters, string Reviews, string Approves)
{
    public string Batch { get; set; } = "";

    /// <summary>The cases drawn for the next visit.</summary>
    public IReadOnlyList<string> Drawn { get; set; } = [];
}
