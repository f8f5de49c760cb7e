using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Tests.Households;
using Fupin.Registration.Tests.Identification;
using Fupin.ServiceDefaults.Security;
using Fupin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Registration.Tests.Dci;

/// <summary>Two replicas of the registration service, and partners that exchange data with them.</summary>
public sealed class PartnerService : IAsyncLifetime
{
    private readonly List<APartner> partners = [];
    private TestPlace place = null!;
    private ServiceHost<Program> first = null!;
    private ServiceHost<Program> second = null!;
    private Queue<Household> unused = null!;
    private int machines;

    public Conversation Conversation { get; private set; } = null!;

    public AidMonth Month => AidMonth.Of(place.Today);

    /// <summary>A partner for the whole district that signs.</summary>
    internal APartner Partner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        place = await TestPlace.CreateAsync();
        first = await ServiceHost.StartAsync<Program>(place, "registration");
        second = await ServiceHost.StartAsync<Program>(place, "registration");
        Conversation = (await place.ListenAsync()).Watching(first);
        unused = new Queue<Household>(await new SomePeople().RegisterAsync(first, 40));
        Partner = await APartnerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var partner in partners) await partner.DisposeAsync();
        await Conversation.DisposeAsync();
        await second.DisposeAsync();
        await first.DisposeAsync();
        await place.DisposeAsync();
    }

    /// <summary>A registered household that no other test has.</summary>
    internal Household AHousehold() => unused.Dequeue();

    /// <summary>A machine officer (机器账号) nobody else uses.</summary>
    public TestOfficer AMachine(string region = "320412", string department = "social-assistance", params string[] without) => new(
        new Guid(++machines, 1, 0, new byte[8]), $"对接系统{machines}", department, region,
        [.. new[] { Permissions.ReadRegister, Permissions.ReadAid, Permissions.RevealPersonal }.Except(without)]);

    /// <summary>A partner that two district officers let in.</summary>
    internal async Task<APartner> APartnerAsync(TestOfficer? machine = null, bool signs = true, bool confirmed = true)
    {
        var partner = await APartner.StartAsync($"spmis-{partners.Count + 1}.example.org", machine ?? AMachine());
        partners.Add(partner);
        var entered = await PostAsync(Officers.District, "dci/partners", new
        {
            senderId = partner.SenderId,
            name = "民政业务系统",
            officerId = partner.Officer.Id,
            keys = signs ? partner.KeySet : null,
            callbacks = new[] { partner.Address },
        });
        Assert.True(entered.Status == 201, entered.Json.ToString());
        if (confirmed) Assert.Equal(204, (await PostAsync(Officers.District2, $"dci/partners/{entered.Json.GetProperty("id").GetGuid()}/confirm")).Status);
        return partner;
    }

    public Task<Answer> PostAsync(TestOfficer? officer, string path, object? body = null) => SendAsync(officer, client => client.PostAsJsonAsync(path, body ?? new { }));

    public Task<Answer> GetAsync(TestOfficer? officer, string path) => SendAsync(officer, client => client.GetAsync(path));

    /// <summary>Posts a text as it is.</summary>
    public Task<Answer> PostTextAsync(TestOfficer? officer, string path, string text) => SendAsync(officer, async client =>
    {
        using var content = new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return await client.PostAsync($"dci/{path}", content);
    });

    /// <summary>Sends a message of a partner, which fits the published schema.</summary>
    internal async Task<Answer> SendAsync(APartner partner, string registry, string path, string action, object message, int total = 1, string? specification = null)
    {
        var text = partner.Write(action, message, total);
        Schemas.Fits(specification ?? registry, $"{path}.request", text);
        return await PostTextAsync(partner.Officer, $"{registry}/registry/{path}", text);
    }

    /// <summary>Searches at once; question and answer fit the published schema.</summary>
    internal async Task<JsonElement> SearchAsync(APartner partner, string registry, object criteria)
    {
        var answer = await SendAsync(partner, registry, "sync/search", "search", Search(criteria));
        Assert.True(answer.Status == 200, answer.Json.ToString());
        Schemas.Fits(registry, "sync/search.response", answer.Json);
        return Assert.Single(answer.Json.GetProperty("message").GetProperty("search_response").EnumerateArray());
    }

    public static object Search(object criteria, string? reference = null) => new
    {
        transaction_id = Guid.NewGuid().ToString("N"),
        search_request = new[] { new { reference_id = reference ?? Guid.NewGuid().ToString("N"), timestamp = "2026-03-21T09:00:00+08:00", search_criteria = criteria } },
    };

    public static object ByNumber(string number) => new { query_type = "idtype-value", query = new { type = "HOUSEHOLD_NUMBER", value = number } };

    internal string IdNumberOf(Household household) => household.Head.Reveal(first.Services.GetRequiredService<FieldCipher>()).IdNumber.Whole;

    /// <summary>Tells a department's set, and waits until it is stacked.</summary>
    public async Task StackAsync(Guid household, int revision, params ProposedItem[] items)
    {
        await Conversation.TellAsync(new AidProposed(household, "social-assistance", Month, revision, items));
        await Conversation.Published<AidStacked>(told => told.HouseholdId == household && told.Sets.GetValueOrDefault("social-assistance") == revision);
    }

    public async Task<JsonElement> KeysAsync() => (await GetAsync(null, "dci/ibr/.well-known/jwks.json")).Json;

    /// <summary>How many changes are noted for partners, and messages given up.</summary>
    public Task<(int Noted, int Parked)> WaitingAsync() => first.ReadAsync<RegistrationDb, (int, int)>(async db =>
        (await db.DciChanges.CountAsync(), await db.DciDeliveries.CountAsync(one => one.ParkedAtUtc != null)));

    /// <summary>How many notifications wait for their time.</summary>
    internal Task<int> HeldBackAsync(APartner partner) => first.ReadAsync<RegistrationDb, int>(db =>
        db.DciDeliveries.CountAsync(one => one.SenderId == partner.SenderId && one.Action == "notify" && one.SentAtUtc == null && one.Attempts == 0));

    /// <summary>Everything that lies in the tables of messages to partners, as an administrator of the database would see it.</summary>
    public Task<string> StoredAsync() => first.ReadAsync<RegistrationDb, string>(async db => JsonSerializer.Serialize(await db.DciDeliveries.AsNoTracking().ToListAsync()));

    private async Task<Answer> SendAsync(TestOfficer? officer, Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var client = first.As(officer);
        using var response = await send(client);
        return await Answer.Of(response);
    }
}
