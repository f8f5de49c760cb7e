using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Registration;
using Fupin.Testing;
using Fupin.Testing.Register;

[assembly: AssemblyFixture(typeof(Fupin.MedicalAid.Tests.Service.OnSqlite))]
[assembly: AssemblyFixture(typeof(Fupin.MedicalAid.Tests.Service.OnSqlServer))]

namespace Fupin.MedicalAid.Tests.Service;

/// <summary>The service as officers and other departments meet it: over HTTP, gRPC and the broker.</summary>
public sealed class MedicalAid : IAsyncDisposable
{
    public const string Department = "medical-aid";
    public static readonly TestOfficer Officer = Officers.Of(Department);

    private readonly TestPlace place;
    private readonly ServiceHost<Program> host;
    private readonly Conversation conversation;

    private MedicalAid(TestPlace place, ServiceHost<Program> host, Conversation conversation, StandInRegister register) =>
        (this.place, this.host, this.conversation, Register) = (place, host, conversation, register);

    public StandInRegister Register { get; }

    public static async Task<MedicalAid> StartAsync(string? database)
    {
        var (place, register) = (await TestPlace.CreateAsync(), await StandInRegister.StartAsync());
        var conversation = await place.ListenAsync();
        var settings = new Dictionary<string, string> { ["services:registration:grpc:0"] = register.Address };
        var host = await ServiceHost.StartAsync<Program>(place, Department, settings, database);
        await StandInRegister.IsReachedByAsync(host.Services);
        return new MedicalAid(place, host, conversation.Watching(host), register);
    }

    /// <summary>Tells of a new household and waits until it is known here.</summary>
    public async Task<AHousehold> RegisterAsync(AHousehold? some = null, DisabilityType? disability = null)
    {
        var household = some ?? new AHousehold();
        var told = household.Registered(place.Today);
        var members = told.Facts.Members.Select(member => member with { DisabilityType = disability, DisabilityLevel = disability is null ? null : 1 });
        await conversation.TellAsync(told with { Facts = told.Facts with { Members = [.. members] } });
        await ProposedAsync(household, 1);
        return household;
    }

    /// <summary>Has the items of a set granted in full, approved and confirmed by two officers.</summary>
    public async Task ConfirmAsync(AidProposed set)
    {
        await conversation.TellAsync(new AidStacked(
            set.HouseholdId, set.Month, 1,
            [
                .. set.Items.Select(item => new StackedItem(
                    item.ItemId, Department, item.Policy, item.MemberId, item.Period, item.Nature, item.Claim, item.Amount, item.Amount, StackedState.Granted, [])),
            ],
            [], new Dictionary<string, int> { [Department] = set.Revision }));
        await Eventually.IsTrue(async () => (await ItemsAsync(set.HouseholdId)).All(item => item.GetProperty("state").GetString() == "stacked"));
        var approved = await host.As(Officer).PostAsJsonAsync("approvals", new { set.Month, ItemIds = set.Items.Select(item => item.ItemId) });
        var approval = (await approved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await host.As(Officers.SecondOf(Department)).PostAsync(new Uri($"approvals/{approval}/confirm", UriKind.Relative), null)).EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(Guid household) =>
        [.. (await GetAsync(Officer, $"proposals?household={household}&month=2016-03")).GetProperty("items").EnumerateArray()];

    public Task<HttpResponseMessage> PostAsync(TestOfficer? officer, string path, object body) => host.As(officer).PostAsJsonAsync(path, body);

    /// <summary>Uploads a workbook of records, has its right rows taken, and waits until that is done.</summary>
    public async Task<JsonElement> ImportAsync(string kind, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "记录.xlsx" } };
        var accepted = await host.As(Officer).PostAsync(new Uri($"{kind}/imports?commit=true", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var import = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        await Eventually.IsTrue(async () =>
        {
            import = await GetAsync(Officer, $"{kind}/imports/{import.GetProperty("id").GetGuid()}");
            return import.GetProperty("state").GetString() is "done" or "failed";
        });
        return import;
    }

    /// <summary>A bill of three weeks before, of a third-level hospital, with what a test wants otherwise.</summary>
    public Dictionary<string, object?> Bill(AHousehold household, long totalInYuan, params (string Field, object? Value)[] otherwise)
    {
        var bill = new Dictionary<string, object?>
        {
            ["householdId"] = household.Id,
            ["memberId"] = household.Head,
            ["hospitalLevel"] = "third",
            ["admittedOn"] = place.Today.AddDays(-30),
            ["dischargedOn"] = place.Today.AddDays(-21),
            ["total"] = totalInYuan * 100,
            ["outOfScope"] = 0,
            ["invoiceNo"] = Guid.NewGuid().ToString("N"),
        };
        foreach (var (field, value) in otherwise) bill[field] = value;
        return bill;
    }

    public Task<HttpResponseMessage> SettleAsync(Dictionary<string, object?> bill, TestOfficer? officer) => host.As(officer).PostAsJsonAsync("settlements", bill);

    public async Task<JsonElement> SettledAsync(Dictionary<string, object?> bill)
    {
        var answer = await SettleAsync(bill, Officer);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<AidProposed> ProposedAsync(AHousehold household, int revision) =>
        conversation.Published<AidProposed>(told => told.HouseholdId == household.Id && told.Revision == revision);

    public Task<SettlementClosed> ClosedAsync(Guid settlement) => conversation.Published<SettlementClosed>(told => told.SettlementId == settlement);

    public Task<SettlementClosed> ClosedAsync(Guid settlement, int revision) =>
        conversation.Published<SettlementClosed>(told => told.SettlementId == settlement && told.Revision == revision);

    public IReadOnlyList<AidProposed> AllProposed(AHousehold household) => conversation.Heard<AidProposed>(told => told.HouseholdId == household.Id);

    public IReadOnlyList<SettlementClosed> AllClosed(AHousehold household) => conversation.Heard<SettlementClosed>(told => told.HouseholdId == household.Id);

    public Task<JsonElement> GetAsync(TestOfficer officer, string path) => host.As(officer).GetFromJsonAsync<JsonElement>(path);

    public Task<HttpResponseMessage> TryGetAsync(TestOfficer? officer, string path) => host.As(officer).GetAsync(new Uri(path, UriKind.Relative));

    public static async Task RefusesAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string text)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code, text), (answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await conversation.DisposeAsync();
        await Register.DisposeAsync();
        await place.DisposeAsync();
    }
}

/// <summary>The service that all classes share; started when the first test asks for it, so that tests can be skipped where there is no server.</summary>
public abstract class MedicalAidPlace : IAsyncDisposable
{
    private readonly Lazy<Task<MedicalAid>> started;

    protected MedicalAidPlace() => started = new(async () => await MedicalAid.StartAsync(await DatabaseAsync()));

    public Task<MedicalAid> ServiceAsync() => started.Value;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await started.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> DatabaseAsync();
}

public sealed class OnSqlite : MedicalAidPlace
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class OnSqlServer : MedicalAidPlace
{
    protected override async Task<string?> DatabaseAsync() => await SqlServerWhenConfigured.CreateDatabaseAsync();
}
