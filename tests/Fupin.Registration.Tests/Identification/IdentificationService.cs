using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification;
using Fupin.Registration.Tests.Households;
using Fupin.ServiceDefaults;
using Fupin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Registration.Tests.Identification;

/// <summary>The registration service as officers of identification use it, with households that an import would have brought.</summary>
public sealed class IdentificationService : IAsyncLifetime
{
    private TestPlace place = null!;
    private ServiceHost<Program> host = null!;
    private readonly SomePeople people = new();

    public Conversation Conversation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        place = await TestPlace.CreateAsync();
        host = await ServiceHost.StartAsync<Program>(place, "registration");
        Conversation = (await place.ListenAsync()).Watching(host);
    }

    public async ValueTask DisposeAsync()
    {
        await Conversation.DisposeAsync();
        await host.DisposeAsync();
        await place.DisposeAsync();
    }

    public void DaysPass(int days) => place.Advance(TimeSpan.FromDays(days));

    /// <summary>Households with their incomes, taken in by an officer; answers with the batch that holds them and nobody else.</summary>
    internal async Task<Guid> ABatch(string village, params int[] perCapitaYuan)
    {
        await CloseOpenBatches(village);
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentScope>().EnterSystem();
        var db = services.GetRequiredService<RegistrationDb>();
        var cipher = services.GetRequiredService<FieldCipher>();
        var clock = services.GetRequiredService<TimeProvider>();
        var act = new Act(Guid.CreateVersion7(), Officers.Village2.Id, Officers.Village2.Name, clock.UtcNow(), clock.Today());
        var batch = Guid.Empty;
        foreach (var yuan in perCapitaYuan)
        {
            var household = people.AHousehold(DivisionCode.Parse(village), yuan, act, cipher);
            db.Households.Add(household);
            batch = (await Batches.EnterAsync(db, services.GetRequiredService<IOutbox>(), household, act, CancellationToken.None))!.BatchId;
        }
        await db.SaveChangesAsync();
        return batch;
    }

    public Task<Answer> Step(TestOfficer officer, Guid batch, string step, object? body = null) => Post(officer, $"batches/{batch}/{step}", body ?? new { });

    public Task<Answer> Meet(Guid batch) => Step(Officers.Village, batch, "review-meeting", new { roster = 30, present = 24 });

    /// <summary>Visits that found every drawn case as it was told.</summary>
    public async Task<Answer> Visit(TestOfficer officer, Guid batch, string step, string mark)
    {
        var cases = (await Get(officer, $"batches/{batch}")).Json.GetProperty("cases").EnumerateArray();
        var drawn = cases.Where(one => one.GetProperty(mark).GetBoolean()).Select(one => new { caseId = one.GetProperty("id").GetGuid(), confirmed = true });
        return await Step(officer, batch, step, new { findings = drawn });
    }

    public async Task<Answer> Post(TestOfficer? officer, string path, object body)
    {
        using var client = host.As(officer);
        using var response = await client.PostAsJsonAsync(path, body);
        return await Answer.Of(response);
    }

    public async Task<Answer> Get(TestOfficer? officer, string path)
    {
        using var client = host.As(officer);
        using var response = await client.GetAsync(path);
        return await Answer.Of(response);
    }

    public async Task<Answer> Attach(TestOfficer officer, Guid batch, byte[] content, string kind)
    {
        using var client = host.As(officer);
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { new ByteArrayContent(content), "file", "公示.jpg" } };
        using var response = await client.PostAsync($"batches/{batch}/attachments", form);
        return await Answer.Of(response);
    }

    public async Task<byte[]> Open(TestOfficer officer, Guid batch, Guid attachment, string reason)
    {
        using var client = host.As(officer);
        using var response = await client.PostAsJsonAsync($"batches/{batch}/attachments/{attachment}/open", new { reason });
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    // A batch takes cases until its meeting: what another test left open would take this one's households in.
    private async Task CloseOpenBatches(string village)
    {
        var batches = (await Get(Officers.District2, $"villages/{village}/batches")).Json.GetProperty("items").EnumerateArray();
        foreach (var open in batches.Where(batch => batch.GetProperty("isOpen").GetBoolean())) await Meet(open.GetProperty("id").GetGuid());
    }
}

/// <summary>What the service answered.</summary>
public sealed record Answer(int Status, JsonElement Json)
{
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Text => Json.GetProperty("title").GetString();

    public int Count(string list) => Json.GetProperty(list).GetArrayLength();

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return new Answer((int)response.StatusCode, body.Length == 0 ? default : JsonElement.Parse(body));
    }
}
