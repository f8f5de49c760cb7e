using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Tests.Households;
using Fupin.Registration.Tests.Identification;
using Fupin.Testing;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Registration.Tests.Accounts;

/// <summary>Two replicas of the registration service with registered households, whose departments speak by events.</summary>
public sealed class AccountService : IAsyncLifetime
{
    private TestPlace place = null!;
    private ServiceHost<Program> first = null!;
    private ServiceHost<Program> second = null!;
    private Queue<Household> unused = null!;

    public Conversation Conversation { get; private set; } = null!;

    /// <summary>The month on the platform's clock.</summary>
    public AidMonth Month => AidMonth.Of(place.Today);

    public DateOnly Today => place.Today;

    public async ValueTask InitializeAsync()
    {
        place = await TestPlace.CreateAsync();
        first = await ServiceHost.StartAsync<Program>(place, "registration");
        second = await ServiceHost.StartAsync<Program>(place, "registration");
        Conversation = (await place.ListenAsync()).Watching(first);
        unused = new Queue<Household>(await new SomePeople().RegisterAsync(first, 20));
    }

    public async ValueTask DisposeAsync()
    {
        await Conversation.DisposeAsync();
        await second.DisposeAsync();
        await first.DisposeAsync();
        await place.DisposeAsync();
    }

    /// <summary>A registered household that no other test has.</summary>
    internal Household AHousehold() => unused.Dequeue();

    public void DaysPass(int days) => place.Advance(TimeSpan.FromDays(days));

    /// <summary>Tells a department's set, and waits for the result that rests on it.</summary>
    public async Task<AidStacked> ProposeAsync(string department, Guid household, int revision, params ProposedItem[] items)
    {
        await TellAsync(department, household, revision, items);
        return await Conversation.Published<AidStacked>(told => told.HouseholdId == household && told.Sets.GetValueOrDefault(department) == revision);
    }

    public Task TellAsync(string department, Guid household, int revision, params ProposedItem[] items) =>
        Conversation.TellAsync(new AidProposed(household, department, Month, revision, items));

    public static ProposedItem Item(string policy, long yuan, Guid? member = null, AidMonth? month = null) => new(
        Guid.NewGuid(), policy, member, (month ?? AidMonth.Of(new DateOnly(2016, 3, 21))).ToString(), AidNature.Cash, Money.FromYuan(yuan), null, "1", [new TraceLine("依据", "测试")]);

    public Task<Answer> GetAsync(TestOfficer? officer, string path) => SendAsync(officer, client => client.GetAsync(path));

    public Task<Answer> PostAsync(TestOfficer officer, string path, object? body = null) => SendAsync(officer, client => client.PostAsJsonAsync(path, body ?? new { }));

    public Task<Answer> PutAsync(TestOfficer officer, string path, object body) => SendAsync(officer, client => client.PutAsJsonAsync(path, body));

    public async Task<JsonElement> AccountAsync(Guid household, TestOfficer? officer = null) =>
        (await GetAsync(officer ?? Officers.Village, $"households/{household}/account?month={Month}")).Json;

    public async Task<AccountReply> AskAsync(TestOfficer officer, Guid household, string month)
    {
        using var channel = GrpcChannel.ForAddress(second.GrpcAddress);
        return await new AidAccounts.AidAccountsClient(channel).GetAccountAsync(
            new AccountRequest { HouseholdId = household.ToString(), Month = month }, new Metadata { { "authorization", $"Bearer {Officers.Token(officer)}" } });
    }

    /// <summary>Sets a parameter of the service, as its dated data would say it.</summary>
    public Task SetAsync(string parameter, string value) => first.ReadAsync<RegistrationDb, int>(db =>
        db.RegistrationParameters.Where(row => row.Name == parameter).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, value)));

    /// <summary>How SQLite goes about a search of an officer of a region.</summary>
    public async Task<string> PlanOfASearchAsync(string region)
    {
        await using var scope = first.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(DivisionCode.Parse(region));
        var db = scope.ServiceProvider.GetRequiredService<RegistrationDb>();
        await using var command = db.Households.Where(household => household.Revision >= 0).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var plan = await command.ExecuteReaderAsync();
        return await plan.ReadAsync() ? plan.GetString(3) : "";
    }

    /// <summary>Waits until no confirmed rule has accounts left to stack again.</summary>
    public Task RestackedAsync() => Eventually.IsTrue(() => first.ReadAsync<RegistrationDb, bool>(db =>
        db.StackingRules.AllAsync(rule => rule.ConfirmedAtUtc == null || rule.RestackedAtUtc != null)));

    private async Task<Answer> SendAsync(TestOfficer? officer, Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var client = first.As(officer);
        using var response = await send(client);
        return await Answer.Of(response);
    }
}
