using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Registration.Data;
using Fupin.Registration.Imports;
using Fupin.Registration.Tests.Identification;
using Fupin.Testing;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using GrpcHouseholds = Fupin.Contracts.Registration.Grpc.Households;

namespace Fupin.Registration.Tests.Imports;

/// <summary>The registration service as those who upload workbooks and look at households use it.</summary>
public sealed class RegistrationService : IAsyncLifetime
{
    private TestPlace place = null!;
    private ServiceHost<Program> host = null!;
    private readonly List<ServiceHost<Program>> replicas = [];

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
        foreach (var replica in replicas) await replica.DisposeAsync();
        await host.DisposeAsync();
        await place.DisposeAsync();
    }

    public static byte[] Sample(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", file));

    public async Task<Answer> Upload(TestOfficer officer, byte[] content, bool commit = true)
    {
        using var client = host.As(officer);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "登记表.xlsx" } };
        using var response = await client.PostAsync($"imports?commit={commit}", form);
        return await Answer.Of(response);
    }

    /// <summary>Uploads and waits until nothing more happens by itself.</summary>
    public async Task<JsonElement> Import(TestOfficer officer, byte[] content, bool commit = true)
    {
        var upload = await Upload(officer, content, commit);
        Assert.Equal(202, upload.Status);
        return await Finished(officer, upload.Json.GetProperty("id").GetGuid());
    }

    public async Task<JsonElement> Finished(TestOfficer officer, Guid id)
    {
        JsonElement import = default;
        await Eventually.IsTrue(
            async () =>
            {
                import = (await Get(officer, $"imports/{id}")).Json;
                return import.GetProperty("state").GetString() != "checking";
            },
            TimeSpan.FromMinutes(2));
        return import;
    }

    /// <summary>Stops the replica that works on an import, which then looks like one whose holder was killed: under way, and its lease run out.</summary>
    public async Task KillWhileTaking(Guid import)
    {
        await Eventually.IsTrue(() => host.ReadAsync<RegistrationDb, bool>(db => db.Imports.AnyAsync(job => job.Id == import && job.State == ImportState.Taking && job.Processed > 0)));
        await host.DisposeAsync();
        host = await ServiceHost.StartAsync<Program>(place, "registration");
        replicas.Add(await ServiceHost.StartAsync<Program>(place, "registration"));
        await host.ReadAsync<RegistrationDb, int>(db =>
            db.Imports.Where(job => job.Id == import).ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntilUtc, DateTime.UnixEpoch)));
    }

    public async Task<Answer> Get(TestOfficer? officer, string path)
    {
        using var client = host.As(officer);
        using var response = await client.GetAsync(path);
        return await Answer.Of(response);
    }

    public async Task<Answer> Post(TestOfficer officer, string path, object? body = null)
    {
        using var client = host.As(officer);
        using var response = await client.PostAsJsonAsync(path, body ?? new { });
        return await Answer.Of(response);
    }

    public async Task<byte[]> Download(TestOfficer officer, string path)
    {
        using var client = host.As(officer);
        return await client.GetByteArrayAsync(path);
    }

    /// <summary>A household of the officer's region that has an account.</summary>
    public async Task<JsonElement> AHousehold(TestOfficer officer) =>
        (await Post(officer, "households/search", new { size = 1 })).Json.GetProperty("items")[0];

    public async Task<TReply> Ask<TReply>(TestOfficer officer, Func<GrpcHouseholds.HouseholdsClient, Metadata, Task<TReply>> ask)
    {
        using var channel = GrpcChannel.ForAddress(host.GrpcAddress);
        return await ask(new GrpcHouseholds.HouseholdsClient(channel), new Metadata { { "authorization", $"Bearer {Officers.Token(officer)}" } });
    }

    public void DaysPass(int days) => place.Advance(TimeSpan.FromDays(days));

    internal Task<int> Count<TRow>() where TRow : class =>
        host.ReadAsync<RegistrationDb, int>(db => db.Set<TRow>().CountAsync());
}
