using System.Net;
using System.Text.Json;
using Fupin.AppHost.Local;
using Fupin.Testing;

namespace Fupin.EndToEnd.Tests.MainLine;

/// <summary>
/// A village of thirty made-up households, brought from its workbook to stacked accounts through the public API. Every step is taken by two
/// requests at once, which the gateway spreads over the two replicas.
/// </summary>
public sealed class RegisteredVillage(Platform platform) : IAsyncLifetime
{
    /// <summary>The village.</summary>
    public const string Code = "320412114200";

    private const int Size = 30;
    private static readonly TimeSpan StackingLimit = TimeSpan.FromMinutes(2);

    /// <summary>The platform.</summary>
    public Platform Platform { get; } = platform;

    /// <summary>The month in which the households were registered.</summary>
    public string Month { get; private set; } = "";

    /// <summary>The registered households.</summary>
    public IReadOnlyList<string> Households { get; private set; } = [];

    /// <summary>Per step, the answers to its two requests.</summary>
    internal Dictionary<string, HttpStatusCode[]> Answers { get; } = [];

    /// <summary>The account of a household in the month.</summary>
    internal async Task<JsonElement> AccountAsync(string household)
    {
        using var district = await Platform.AsAsync("dev-district");
        return await district.GetAsync($"api/registration/households/{household}/account?month={Month}");
    }

    /// <summary>The accounts of all of them.</summary>
    internal async Task<IReadOnlyList<JsonElement>> AccountsAsync() => await Task.WhenAll(Households.Select(AccountAsync));

    public async ValueTask InitializeAsync()
    {
        using var village = await Platform.AsAsync("dev-village-other");
        using var town = await Platform.AsAsync("dev-town-other");
        using var district = await Platform.AsAsync("dev-district");
        var data = SampleData.Read();
        var import = await village.ImportAsync(SampleWorkbook.Write(data.Sheet, data.Headers, new SamplePeople(data).Rows(Code, 1, Size)));
        Assert.Equal(("done", Size, 0), (import.GetProperty("state").GetString(), import.GetProperty("accepted").GetInt32(), import.GetProperty("rejected").GetInt32()));

        var batches = await village.GetAsync($"api/registration/villages/{Code}/batches");
        var batch = $"api/registration/batches/{batches.GetProperty("items")[0].GetProperty("id").GetString()}";
        await TakeAsync(village, batch, "review-meeting", new { roster = 60, present = 52 });
        await TakeAsync(village, batch, "first-notice", new { place = data.Place });
        await Platform.AdvanceAsync(7);
        await TakeAsync(village, batch, "close-first-notice", new { });
        await TakeAsync(town, batch, "town-review", await VisitsAsync(town, batch, "inTownSample"));
        await TakeAsync(town, batch, "second-notice", new { place = data.Place });
        await Platform.AdvanceAsync(7);
        await TakeAsync(town, batch, "close-second-notice", new { });
        await TakeAsync(district, batch, "district-check", await VisitsAsync(district, batch, "inDistrictSample"));
        await TakeAsync(district, batch, "announce", new { });
        await TakeAsync(district, batch, "register", new { });

        var cases = (await district.GetAsync(batch)).GetProperty("cases").EnumerateArray();
        Households = [.. cases.Where(one => one.GetProperty("state").GetString() == "registered").Select(one => one.GetProperty("householdId").GetString()!)];
        Month = (await district.GetAsync("api/clock")).GetProperty("today").GetString()![..7];
        await Eventually.Holds(async () => Assert.All(await AccountsAsync(), AssertWhole), StackingLimit);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task TakeAsync(Machine officer, string batch, string step, object body)
    {
        var answers = await Task.WhenAll(officer.TryAsync($"{batch}/{step}", body), officer.TryAsync($"{batch}/{step}", body));
        Answers[step] = [.. answers.Select(answer => answer.Status)];
        Assert.True(Answers[step].Contains(HttpStatusCode.OK), $"{step}: {answers[0].Said} {answers[1].Said}");
    }

    private static async Task<object> VisitsAsync(Machine officer, string batch, string drawn)
    {
        var cases = (await officer.GetAsync(batch)).GetProperty("cases").EnumerateArray().Where(one => one.GetProperty(drawn).GetBoolean());
        return new { findings = cases.Select(one => new { caseId = one.GetProperty("id").GetString(), confirmed = true, note = "属实" }) };
    }

    private static void AssertWhole(JsonElement account) =>
        Assert.All(account.GetProperty("departments").EnumerateArray(), department => Assert.Equal("received", department.GetProperty("state").GetString()));
}
