using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fupin.AppHost.Local;

namespace Fupin.Benchmarks;

/// <summary>One household's change until its new account is there, on an idle platform with the sample district.</summary>
internal static class Change
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync(int changes, string? folder)
    {
        await using var platform = await Platform.StartAsync(folder);
        var (api, ct) = (platform.Api, CancellationToken.None);
        var (data, words) = (SampleData.Read(), Words());
        using var children = Children(data, words).GetEnumerator();
        var page = await api.PostAsync("dev-district", "api/registration/households/search", new { state = "registered", size = 100 }, ct);
        var households = page.GetProperty("items").EnumerateArray().Select(household => household.GetProperty("id").GetString()!).ToList();

        await Task.Delay(TimeSpan.FromSeconds(3)); // until nothing is under way any more
        var took = new List<double>();
        for (var change = 0; change < changes + 3; change++)
        {
            var household = households[change % households.Count];
            var before = await RevisionAsync(household);
            var since = Stopwatch.StartNew();
            await ChangeAsync(household);
            while (await RevisionAsync(household) == before)
            {
                if (since.Elapsed > Limit) throw new TimeoutException($"The account of {household} did not change within {Limit.TotalSeconds:0} s.");
                await Task.Delay(Look);
            }

            if (change >= 3) took.Add(since.Elapsed.TotalMilliseconds); // the first ones compile
        }

        took.Sort();
        string Figure(double part) => took[(int)Math.Ceiling(part * took.Count) - 1].ToString("#,0", CultureInfo.InvariantCulture);
        Table.Print(
            ["one change → its new account", "changes", "p50, ms", "p95, ms", "longest, ms"],
            [["on an idle platform", $"{took.Count}", Figure(0.5), Figure(0.95), Figure(1)]]);

        async Task<int> RevisionAsync(string household) =>
            (await api.GetAsync("dev-district", $"api/registration/households/{household}/account", ct)).GetProperty("revision").GetInt32();

        // A child at primary school joins: registration tells the facts, education proposes, registration stacks.
        async Task ChangeAsync(string household)
        {
            children.MoveNext();
            var child = children.Current;
            await api.PostAsync(
                "dev-district",
                $"api/registration/households/{household}/members",
                new { relation = words["child"], name = child[data.Columns.Name], idNumber = child[data.Columns.IdNumber], health = new[] { "healthy" }, labourAbility = "none", student = "primary" },
                ct);
        }
    }

    // Children nobody has taken into the sample district yet: its people are counted up from the same beginning.
    private static IEnumerable<IReadOnlyDictionary<string, string>> Children(SampleData data, Dictionary<string, string> words) =>
        new SamplePeople(data).Rows("", first: 1, 6_000).SkipWhile(row => row[data.Columns.Serial] != "1001").Where(row => row[words["relation"]] == words["child"]);

    private static Dictionary<string, string> Words()
    {
        using var words = typeof(Change).Assembly.GetManifestResourceStream("change.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!;
    }
}
