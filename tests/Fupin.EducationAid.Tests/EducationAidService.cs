using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Testing;
using Fupin.Testing.Register;

namespace Fupin.EducationAid.Tests;

/// <summary>The service of the department as others meet it: events in, HTTP in, events out.</summary>
public sealed class EducationAidService : IAsyncLifetime
{
    public const string Name = "education-aid";
    private static readonly DivisionCode Village = DivisionCode.Parse("320412110207");

    private readonly List<ServiceHost<Program>> replicas = [];

    private TestPlace? place;
    private Conversation? talk;

    private StandInRegister? register;

    public TestPlace Place => place!;

    public StandInRegister Register => register!;

    public Conversation Talk => talk!;

    public static TestOfficer First { get; } = Officers.Of(Name);

    public static TestOfficer Second { get; } = Officers.SecondOf(Name);

    /// <summary>An officer of the department whose region is another village: what lies elsewhere is not there.</summary>
    public static TestOfficer Elsewhere { get; } = First with { Id = Guid.NewGuid(), Region = "320412114200" };

    public AidMonth Month => AidMonth.Of(Place.Today);

    public async ValueTask InitializeAsync() => await StartAsync(1);

    public async Task StartAsync(int count, string? database = null)
    {
        place = await TestPlace.CreateAsync();
        talk = await place.ListenAsync();
        register = await StandInRegister.StartAsync();
        var settings = new Dictionary<string, string> { ["services:registration:grpc:0"] = register.Address };
        while (replicas.Count < count)
        {
            var host = await ServiceHost.StartAsync<Program>(place, Name, settings, database);
            await StandInRegister.IsReachedByAsync(host.Services);
            replicas.Add(host);
            talk.Watching(host);
        }
    }

    public static HouseholdFacts Facts(params MemberFacts[] members) => new(
        Village, HouseholdAttribute.Ordinary, PovertyCause.Schooling, members,
        new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero, new Dictionary<IncomeView, Money>
        {
            [IncomeView.MeansTest] = Money.FromYuan(5_000),
        }));

    public static MemberFacts Member(Guid id, int age, Sex sex = Sex.Male, StudentStatus? student = null, bool head = false) => new(
        id, head, AgeBand.Of(age), sex, [HealthStatus.Healthy], null, null, null, student, null, null, 0, Money.Zero);

    public async Task<AidProposed> RegisterAsync(Guid household, params MemberFacts[] members)
    {
        await Talk.TellAsync(new HouseholdRegistered(household, 1, Place.Today, Facts(members)));
        return await ProposedAsync(household, 1);
    }

    public Task<AidProposed> ProposedAsync(Guid household, int revision) =>
        Talk.Published<AidProposed>(set => set.HouseholdId == household && set.Revision == revision);

    /// <summary>Answers a set as stacking would that finds nothing to reduce.</summary>
    public Task StackAsync(AidProposed set, int revision = 1) => Talk.TellAsync(new AidStacked(
        set.HouseholdId, set.Month, revision,
        [
            .. set.Items.Select(item => new StackedItem(
                item.ItemId, Name, item.Policy, item.MemberId, item.Period, item.Nature, item.Claim, item.Amount, item.Amount, StackedState.Granted, [])),
        ],
        [], new Dictionary<string, int> { [Name] = set.Revision }));

    public async Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(TestOfficer? officer, string path, int replica = 0) =>
        await ReadAsync(await replicas[replica].As(officer).GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(TestOfficer? officer, string path, object body, int replica = 0) =>
        await ReadAsync(await replicas[replica].As(officer).PostAsJsonAsync(new Uri(path, UriKind.Relative), body));

    public async Task<(HttpStatusCode Status, JsonNode? Body)> UploadAsync(string kind, byte[] content, bool commit = false)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "记录.xlsx" } };
        return await ReadAsync(await replicas[0].As(First).PostAsync(new Uri($"/{kind}/imports?commit={commit}", UriKind.Relative), form));
    }

    public Task<byte[]> DownloadAsync(string path) => replicas[0].As(First).GetByteArrayAsync(new Uri($"/{path}", UriKind.Relative));

    /// <summary>Waits until a household's list of proposals in a state is so long, and returns it.</summary>
    public async Task<IReadOnlyList<JsonNode>> ProposalsAsync(Guid household, string state, int count)
    {
        IReadOnlyList<JsonNode> items = [];
        await Eventually.IsTrue(async () =>
        {
            var (_, body) = await GetAsync(First, $"/proposals?month={Month}&state={state}&household={household}");
            items = [.. body!["items"]!.AsArray().Select(item => item!)];
            return items.Count == count;
        });
        return items;
    }

    public async ValueTask DisposeAsync()
    {
        await Talk.DisposeAsync();
        foreach (var replica in replicas) await replica.DisposeAsync();
        await Register.DisposeAsync();
        await Place.DisposeAsync();
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
