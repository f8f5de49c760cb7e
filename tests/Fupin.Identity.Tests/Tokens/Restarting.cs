using System.Net;
using System.Net.Http.Headers;
using Fupin.Identity.Officers;
using Fupin.Testing;

namespace Fupin.Identity.Tests.Tokens;

/// <summary>Identity starts again, here or in Production.</summary>
public sealed class Restarting : IAsyncLifetime
{
    private TestPlace place = null!;

    public async ValueTask InitializeAsync() => place = await TestPlace.CreateAsync();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task Tokens_from_before_a_restart_are_still_good()
    {
        string keys, token;
        await using (var before = await IdentityService.StartAsync(place)) (keys, token) = (await before.KeySetAsync(), await before.TokenAsync("dev-district"));

        await using var after = await IdentityService.StartAsync(place);
        using var client = after.AsNobody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(keys, await after.KeySetAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("officers", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Outside_Development_there_are_no_sample_officers()
    {
        await using var production = await IdentityService.StartAsync(place, "Production");

        await AssertNobodyIsLetIn(production);
    }

    [Fact]
    public async Task Not_even_on_a_database_that_Development_has_filled()
    {
        await using (var development = await IdentityService.StartAsync(place)) Assert.NotEmpty(await development.TokenAsync("dev-audit"));

        await using var production = await IdentityService.StartAsync(place, "Production");

        await AssertNobodyIsLetIn(production);
    }

    private static async Task AssertNobodyIsLetIn(IdentityService identity)
    {
        foreach (var machine in DevelopmentOfficers.Lines.Where(line => line.IsMachine))
        {
            using var answer = await identity.AskForTokenAsync(machine.Login);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await identity.SignInAsync("district01", DevelopmentOfficers.Password)).Status);
    }
}
