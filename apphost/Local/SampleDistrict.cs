using System.Diagnostics;
using System.Text.Json;

namespace Fupin.AppHost.Local;

/// <summary>
/// A sample district of made-up people, brought in through the public API as officers would do it: 600 households of 20 villages, half of
/// them registered and stacked, the others standing in every other state of identification.
/// </summary>
internal sealed class SampleDistrict(Uri gateway, Action<string> detail) : IDisposable
{
    /// <summary>Noted in the data folder when it is in.</summary>
    public const string Version = "1";

    public const string Officers =
        """
        officers   village01 town01 district01 education01 employment01 social01 medical01 audit01, password Fupin@2016
        machines   dev-village dev-town dev-district dev-education dev-employment dev-social dev-medical dev-audit …, secret dev-secret
        """;

    private const int HouseholdsPerVillage = 30;
    private const int MonthlyPayFen = 80_000;
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);
    private static readonly TimeSpan StackingLimit = TimeSpan.FromSeconds(90);

    private static readonly string[] Steps =
    [
        "", "review-meeting", "first-notice", "close-first-notice", "town-review", "second-notice", "close-second-notice", "district-check", "announce", "register",
    ];

    private readonly PlatformApi api = new(gateway);
    private readonly SampleData data = SampleData.Read();
    private readonly List<Batch> batches = [];

    public async Task LoadAsync(CancellationToken ct)
    {
        await ImportAsync(ct);
        detail("sample district: imported");

        // A village whose last step is to publish does so at the end, so that its notice still hangs when people look.
        await WalkAsync("review-meeting", "first-notice", ct);
        await ObjectAsync(batches.First(batch => Reaches(batch, "register")), isAnswered: true, ct);
        await AdvanceAsync(ct);
        await WalkAsync("close-first-notice", "second-notice", ct);
        await AdvanceAsync(ct);
        await WalkAsync("close-second-notice", "register", ct);
        foreach (var batch in batches.Where(IsPublishedLast)) await TakeAsync(batch, batch.Village.Until, ct);
        await ObjectAsync(batches.Single(batch => batch.Village.Until == "first-notice"), isAnswered: false, ct);
        detail("sample district: walked");

        await StackedAsync(ct);
        await EmployAsync(ct);
        detail("sample district: stacked");
    }

    public void Dispose() => api.Dispose();

    private async Task ImportAsync(CancellationToken ct)
    {
        var people = new SamplePeople(data);
        List<(string Client, string Id)> imports = [];
        foreach (var file in data.Villages.GroupBy(village => village.Enters))
        {
            var rows = file.SelectMany((village, at) => people.Rows(village.Code, 1 + (at * HouseholdsPerVillage), HouseholdsPerVillage));
            imports.Add((file.Key, await api.UploadAsync(file.Key, SampleWorkbook.Write(data.Sheet, data.Headers, rows), ct)));
        }

        foreach (var (client, id) in imports) await ImportedAsync(client, id, ct);
        foreach (var village in data.Villages)
        {
            var page = await api.GetAsync(village.Enters, $"api/registration/villages/{village.Code}/batches", ct);
            batches.Add(new Batch(village, page.GetProperty("items")[0].GetProperty("id").GetString()!));
        }
    }

    private async Task ImportedAsync(string client, string id, CancellationToken ct)
    {
        while (true)
        {
            var import = await api.GetAsync(client, $"api/registration/imports/{id}", ct);
            var state = import.GetProperty("state").GetString();
            if (state is not ("done" or "failed"))
            {
                await Task.Delay(200, ct);
                continue;
            }

            if (state == "failed" || import.GetProperty("rejected").GetInt32() > 0)
                throw new CannotStartException($"The sample district's own workbook was refused: {import.GetProperty("findings")}");
            return;
        }
    }

    private async Task WalkAsync(string from, string to, CancellationToken ct)
    {
        var steps = Steps[Array.IndexOf(Steps, from)..(Array.IndexOf(Steps, to) + 1)];
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, async (batch, _) =>
        {
            foreach (var step in steps.Where(step => Reaches(batch, step) && !(IsPublishedLast(batch) && step == batch.Village.Until))) await TakeAsync(batch, step, ct);
        });
    }

    private async Task TakeAsync(Batch batch, string step, CancellationToken ct)
    {
        object body = step switch
        {
            "review-meeting" => new { roster = 60, present = 52 },
            "first-notice" or "second-notice" => new { place = data.Place },
            "town-review" or "district-check" => new { findings = batch.Drawn.Select(drawn => new { caseId = drawn, confirmed = true, note = data.Visit }) },
            _ => new { },
        };
        var taken = await api.PostAsync(OfficerOf(batch.Village, step), $"api/registration/batches/{batch.Id}/{step}", body, ct);
        batch.Cases = [.. taken.GetProperty("moved").EnumerateArray().Select(CaseOf)];
        batch.Drawn = [.. taken.GetProperty("sample").EnumerateArray().Select(CaseOf)];
    }

    private async Task ObjectAsync(Batch batch, bool isAnswered, CancellationToken ct)
    {
        var objections = $"api/registration/cases/{batch.Cases[0]}/objections";
        var raised = await api.PostAsync(batch.Village.Enters, objections, new { text = data.Objection, anonymous = true }, ct);
        if (isAnswered) await api.PostAsync(batch.Village.Enters, $"{objections}/{raised.GetProperty("number")}/answer", new { upheld = false, text = data.Answer }, ct);
    }

    private async Task AdvanceAsync(CancellationToken ct) => await api.PostAsync("dev-district", "api/clock", new { advance = Notice }, ct);

    // Events of one department arrive in order: when the last registered household of each village is stacked, those before it are.
    private async Task StackedAsync(CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        foreach (var batch in batches.Where(batch => Reaches(batch, "register")))
        {
            var account = $"{await HouseholdOfAsync(batch.Cases[^1], ct)}/account";
            while (!IsWhole(await api.GetAsync("dev-district", account, ct)))
            {
                if (since.Elapsed > StackingLimit) throw new CannotStartException($"The sample district was not stacked within {StackingLimit.TotalSeconds:0} s; the services' logs say more.");
                await Task.Delay(200, ct);
            }
        }
    }

    // A public post in each registered village, so that accounts show how its income lowers the minimum living allowance.
    private async Task EmployAsync(CancellationToken ct)
    {
        var today = (await api.GetAsync("dev-district", "api/clock", ct)).GetProperty("today").GetDateTime();
        foreach (var batch in batches.Where(batch => Reaches(batch, "register")))
        {
            foreach (var one in batch.Cases)
            {
                var household = await api.GetAsync("dev-employment", await HouseholdOfAsync(one, ct), ct);
                var worker = household.GetProperty("members").EnumerateArray().FirstOrDefault(member => member.GetProperty("labourAbility").GetString() is "ordinary" or "weak");
                if (household.GetProperty("attribute").GetString() != "minimumLivingAllowance" || worker.ValueKind == JsonValueKind.Undefined) continue;
                await api.PostAsync(
                    "dev-employment",
                    "api/employment/public-posts",
                    new
                    {
                        householdId = household.GetProperty("id"),
                        memberId = worker.GetProperty("id"),
                        title = data.Post,
                        from = DateOnly.FromDateTime(today.AddDays(1 - today.Day)),
                        monthlyPay = MonthlyPayFen,
                    },
                    ct);
                break;
            }
        }
    }

    private async Task<string> HouseholdOfAsync(string caseId, CancellationToken ct)
    {
        var one = await api.GetAsync("dev-district", $"api/registration/cases/{caseId}", ct);
        return $"api/registration/households/{one.GetProperty("case").GetProperty("householdId").GetString()}";
    }

    private static bool IsWhole(JsonElement account) => account.GetProperty("departments").EnumerateArray().All(department => department.GetProperty("state").GetString() == "received");

    private static string CaseOf(JsonElement line) => line.GetProperty("caseId").GetString()!;

    private static bool Reaches(Batch batch, string step) => Array.IndexOf(Steps, batch.Village.Until) >= Array.IndexOf(Steps, step);

    private static bool IsPublishedLast(Batch batch) => batch.Village.Until is "first-notice" or "second-notice";

    private static string OfficerOf(SampleVillage village, string step) => step switch
    {
        "review-meeting" or "first-notice" or "close-first-notice" => village.Enters,
        "town-review" or "second-notice" or "close-second-notice" => village.Reviews,
        _ => village.Approves,
    };

    private sealed class Batch(SampleVillage village, string id)
    {
        public SampleVillage Village { get; } = village;

        public string Id { get; } = id;

        /// <summary>The cases that the last step moved.</summary>
        public IReadOnlyList<string> Cases { get; set; } = [];

        /// <summary>The cases drawn for the next visit.</summary>
        public IReadOnlyList<string> Drawn { get; set; } = [];
    }
}
