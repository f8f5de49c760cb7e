using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Testing;
using Fupin.Testing.Register;

[assembly: AssemblyFixture(typeof(Fupin.SocialAssistance.Tests.Service.OnSqlite))]
[assembly: AssemblyFixture(typeof(Fupin.SocialAssistance.Tests.Service.OnSqlServer))]

namespace Fupin.SocialAssistance.Tests.Service;

/// <summary>The service as officers and other departments meet it: over HTTP, gRPC and the broker.</summary>
public sealed class SocialAssistance : IAsyncDisposable
{
    public const string Department = "social-assistance";

    private readonly TestPlace place;
    private readonly ServiceHost<Program> host;
    private readonly Conversation conversation;

    private SocialAssistance(TestPlace place, ServiceHost<Program> host, Conversation conversation, StandInRegister register) =>
        (this.place, this.host, this.conversation, Register) = (place, host, conversation, register);

    public StandInRegister Register { get; }

    public static async Task<SocialAssistance> StartAsync(string? database)
    {
        var (place, register) = (await TestPlace.CreateAsync(), await StandInRegister.StartAsync());
        var conversation = await place.ListenAsync();
        var settings = new Dictionary<string, string> { ["services:registration:grpc:0"] = register.Address };
        var host = await ServiceHost.StartAsync<Program>(place, Department, settings, database);
        await StandInRegister.IsReachedByAsync(host.Services);
        return new SocialAssistance(place, host, conversation.Watching(host), register);
    }

    /// <summary>Tells of a new household and waits for its first set.</summary>
    public async Task<AidProposed> RegisterAsync(AHousehold household)
    {
        await conversation.TellAsync(household.Registered(place.Today));
        return await ProposedAsync(household, 1);
    }

    public Task TellAsync<TEvent>(TEvent @event, Guid? messageId = null)
        where TEvent : class => conversation.TellAsync(@event, messageId);

    public Task<AidProposed> ProposedAsync(AHousehold household, int revision, TimeSpan? within = null) =>
        conversation.Published<AidProposed>(told => told.HouseholdId == household.Id && told.Revision == revision, within);

    /// <summary>Enters a record of a kind; amounts in fen.</summary>
    public Task<HttpResponseMessage> EnterAsync(string kind, object record) => host.As(Officers.Of(Department)).PostAsJsonAsync(kind, record);

    /// <summary>Enters a record that is right.</summary>
    public async Task KeepAsync(string kind, object record)
    {
        var answer = await EnterAsync(kind, record);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    public IReadOnlyList<AidProposed> AllProposed(AHousehold household) => conversation.Heard<AidProposed>(told => told.HouseholdId == household.Id);

    /// <summary>The account of a household with a public post's pay counted in the means test.</summary>
    public AidStacked Stacked(AHousehold household, int revision, long publicPostInYuan) => new(
        household.Id, AidMonth.Of(place.Today), revision, [],
        [new CountedAid(IncomeView.MeansTest, "J6", household.Spouse, Money.FromYuan(publicPostInYuan))],
        new Dictionary<string, int>());

    public HouseholdChanged Changed(AHousehold household, int revision, long yearlyIncomeInYuan) => household.Changed(place.Today, revision, yearlyIncomeInYuan);

    public Task<HttpResponseMessage> RevealAsync(TestOfficer? officer, Guid item, string purpose = "verify-eligibility", string reason = "核对低保对象") =>
        host.As(officer).PostAsJsonAsync($"proposals/{item}/person", new { purpose, reason });

    public Task<HttpResponseMessage> ApproveAsync(params Guid[] items) =>
        host.As(Officers.Of(Department)).PostAsJsonAsync("approvals", new { month = AidMonth.Of(place.Today).ToString(), itemIds = items });

    public Task<JsonElement> GetAsync(TestOfficer officer, string path) => host.As(officer).GetFromJsonAsync<JsonElement>(path);

    public Task<HttpResponseMessage> TryGetAsync(TestOfficer? officer, string path) => host.As(officer).GetAsync(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await conversation.DisposeAsync();
        await Register.DisposeAsync();
        await place.DisposeAsync();
    }
}

/// <summary>The service that all classes share; started when the first test asks for it, so that tests can be skipped where there is no server.</summary>
public abstract class SocialAssistancePlace : IAsyncDisposable
{
    private readonly Lazy<Task<SocialAssistance>> started;

    protected SocialAssistancePlace() => started = new(async () => await SocialAssistance.StartAsync(await DatabaseAsync()));

    public Task<SocialAssistance> ServiceAsync() => started.Value;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await started.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> DatabaseAsync();
}

public sealed class OnSqlite : SocialAssistancePlace
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class OnSqlServer : SocialAssistancePlace
{
    protected override async Task<string?> DatabaseAsync() => await SqlServerWhenConfigured.CreateDatabaseAsync();
}
