using System.Diagnostics;
using System.Globalization;
using Fupin.AppHost.Local;

namespace Fupin.Benchmarks;

/// <summary>
/// The line in bulk: a population comes in by workbooks, is identified and registered, four departments propose for every household, and
/// every account is stacked. What counts is from the first upload until every account holds four departments' sets, everything durable.
/// </summary>
internal static class Line
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly string[] ToFirstNotice = ["first-notice"];
    private static readonly string[] ToSecondNotice = ["close-first-notice", "town-review", "second-notice"];
    private static readonly string[] ToAnnouncement = ["close-second-notice", "district-check", "announce"];
    private static readonly string[] ToRegister = ["register"];

    public static async Task RunAsync(int households, string? folder)
    {
        await using var platform = await Platform.StartAsync(folder, "--empty");
        var population = new Population(platform.Api, households);
        var books = await population.WorkbooksAsync(CancellationToken.None);
        var flush = platform.FlushMilliseconds();
        var phases = new List<Phase>();

        async Task MeasureAsync(string name, Func<Task> work)
        {
            var (before, since) = (platform.Use(), Stopwatch.StartNew());
            await work();
            phases.Add(new Phase(name, since.Elapsed.TotalSeconds, Spent(before, platform.Use())));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {since.Elapsed.TotalSeconds:0.0} s"));
        }

        await MeasureAsync("imported", async () =>
        {
            foreach (var wave in books.GroupBy(book => book.Wave).OrderBy(wave => wave.Key)) await ImportAsync(platform.Api, [.. wave]);
        });
        await MeasureAsync("identified", async () =>
        {
            await WalkAsync(platform.Api, population.Words, books, ToFirstNotice);
            await AdvanceAsync(platform.Api);
            await WalkAsync(platform.Api, population.Words, books, ToSecondNotice);
            await AdvanceAsync(platform.Api);
            await WalkAsync(platform.Api, population.Words, books, ToAnnouncement);
        });
        await MeasureAsync("registered, proposed, stacked", async () =>
        {
            await WalkAsync(platform.Api, population.Words, books, ToRegister);
            Console.Error.WriteLine("all registered");
            await UntilAsync(() => Told(platform, "registration", "aid.aid-proposed") >= Platform.Departments.Length * (long)households);
        });
        var whole = platform.Ask("registration", "SELECT COUNT(*) FROM AidAccounts WHERE json_array_length(SetsJson) = 4");
        await MeasureAsync("heard by departments and audit", () => UntilAsync(() => IsSettled(platform)));
        await Task.Delay(Look);
        Report(platform, books, phases, households, whole, flush);
    }

    private static async Task ImportAsync(PlatformApi api, IReadOnlyList<Workbook> wave)
    {
        List<(Workbook Book, string Id)> imports = [];
        foreach (var book in wave) imports.Add((book, await api.UploadAsync(book.Enters, book.Content, CancellationToken.None)));
        foreach (var (book, id) in imports)
        {
            await UntilAsync(async () =>
            {
                var import = await api.GetAsync(book.Enters, $"api/registration/imports/{id}", CancellationToken.None);
                if (import.GetProperty("rejected").GetInt32() > 0 || import.GetProperty("state").GetString() == "failed") throw new CannotStartException($"A workbook was refused: {import}");
                return import.GetProperty("state").GetString() == "done";
            });
            // One that is open is the newest; its meeting closes it, and the village's next workbook opens another.
            var batches = await api.GetAsync(book.Enters, $"api/registration/villages/{book.Village}/batches", CancellationToken.None);
            book.Batch = batches.GetProperty("items").EnumerateArray().First(batch => batch.GetProperty("state").GetString() == "entered").GetProperty("id").GetString()!;
            await api.PostAsync(book.Enters, $"api/registration/batches/{book.Batch}/review-meeting", new { roster = 60, present = 52 }, CancellationToken.None);
        }
    }

    private static Task WalkAsync(PlatformApi api, SampleData words, IEnumerable<Workbook> books, string[] steps) =>
        Parallel.ForEachAsync(books, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (book, ct) =>
        {
            foreach (var step in steps)
            {
                object body = step switch
                {
                    "first-notice" or "second-notice" => new { place = words.Place },
                    "town-review" or "district-check" => new { findings = book.Drawn.Select(drawn => new { caseId = drawn, confirmed = true, note = words.Visit }) },
                    _ => new { },
                };
                var officer = step switch
                {
                    "first-notice" or "close-first-notice" => book.Enters,
                    "town-review" or "second-notice" or "close-second-notice" => book.Reviews,
                    _ => book.Approves,
                };
                var taken = await api.PostAsync(officer, $"api/registration/batches/{book.Batch}/{step}", body, ct);
                book.Drawn = [.. taken.GetProperty("sample").EnumerateArray().Select(drawn => drawn.GetProperty("caseId").GetString()!)];
            }
        });

    private static async Task AdvanceAsync(PlatformApi api) => await api.PostAsync("dev-district", "api/clock", new { advance = Notice }, CancellationToken.None);

    private static long Told(Platform platform, string service, string @event) => platform.Ask(service, $"SELECT COUNT(*) FROM InboxMessages WHERE Event = '{@event}'");

    // Every set that was told was stacked, and every account that was told was taken by whoever listens.
    private static bool IsSettled(Platform platform)
    {
        var sets = Platform.Departments.Sum(department => platform.Ask(department, "SELECT SUM(Revision) FROM AidSets"));
        var accounts = platform.Ask("registration", "SELECT SUM(Revision) FROM AidAccounts");
        return Told(platform, "registration", "aid.aid-proposed") == sets
            && Told(platform, "audit", "aid.aid-proposed") == sets
            && Platform.Departments.Append("audit").All(listener => Told(platform, listener, "registration.aid-stacked") == accounts);
    }

    private static Task UntilAsync(Func<bool> isTrue) => UntilAsync(() => Task.FromResult(isTrue()));

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        while (!await isTrue()) await Task.Delay(Look);
    }

    private static Dictionary<string, double> Spent(IReadOnlyDictionary<string, ProcessUse> before, IReadOnlyDictionary<string, ProcessUse> after) =>
        after.ToDictionary(use => use.Key, use => use.Value.Seconds - (before.GetValueOrDefault(use.Key)?.Seconds ?? 0));

    private static void Report(Platform platform, IReadOnlyList<Workbook> books, List<Phase> phases, int households, long whole, double flush)
    {
        var line = phases.Take(3).Sum(phase => phase.Seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{households:N0} households, {books.Sum(book => book.People):N0} people, {books.Count} workbooks; {whole:N0} accounts with four departments' sets; {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        Console.WriteLine();

        string Figure(double number) => number.ToString("#,0.0", CultureInfo.InvariantCulture);
        var processes = phases.SelectMany(phase => phase.Processor.Keys).Distinct().OrderByDescending(name => phases.Sum(phase => phase.Processor.GetValueOrDefault(name))).ToList();
        string[] Row(string name, double seconds, Func<string, double> processor) =>
        [
            name, Figure(seconds), Figure(households / seconds), Figure(processes.Sum(processor)), $"{100 * processes.Sum(processor) / (seconds * Environment.ProcessorCount):0} %",
            .. processes.Select(process => Figure(processor(process))),
        ];
        Table.Print(
            ["phase", "s", "households/s", "CPU s", "of all cores", .. processes],
            [
                .. phases.Select(phase => Row(phase.Name, phase.Seconds, process => phase.Processor.GetValueOrDefault(process))),
                Row("**the line** (first three)", line, process => phases.Take(3).Sum(phase => phase.Processor.GetValueOrDefault(process))),
            ]);

        var (use, sizes) = (platform.Use(), platform.Sizes());
        Table.Print(
            ["process", "largest memory, MB", "CPU ms a household"],
            processes.Select(process => new[] { process, $"{use.GetValueOrDefault(process)?.PeakBytes / 1048576}", Figure(1000 * phases.Sum(phase => phase.Processor.GetValueOrDefault(process)) / households) }));
        Table.Print(
            ["database", "MB", "messages handled", "in transactions", "messages each", "flushing at most, s"],
            sizes.OrderBy(size => size.Key, StringComparer.Ordinal).Where(size => size.Key is not ("identity" or "gateway")).Select(size =>
            {
                var (messages, transactions) = (platform.Ask(size.Key, "SELECT COUNT(*) FROM InboxMessages"), platform.Ask(size.Key, "SELECT COUNT(DISTINCT HandledAtUtc) FROM InboxMessages"));
                return new[]
                {
                    size.Key, Figure(size.Value / 1048576.0), messages.ToString("N0", CultureInfo.InvariantCulture), transactions.ToString("N0", CultureInfo.InvariantCulture),
                    Figure((double)messages / Math.Max(1, transactions)), Figure(transactions * flush / 1000),
                };
            }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"One flush of the disk takes {flush:0.00} ms here (median of a hundred)."));
    }

    private sealed record Phase(string Name, double Seconds, IReadOnlyDictionary<string, double> Processor);
}
