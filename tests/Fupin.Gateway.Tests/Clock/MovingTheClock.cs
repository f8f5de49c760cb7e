using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Gateway.Tests.Routes;

namespace Fupin.Gateway.Tests.Clock;

/// <summary>The district moves the time of all services, in Development.</summary>
public sealed class MovingTheClock(APlatform platform) : IClassFixture<APlatform>
{
    private static readonly Uri Clock = Reaching.Relative("api/clock");

    [Fact]
    public async Task A_week_passes_at_once_for_every_replica()
    {
        using var district = platform.Gateway.With(await platform.TokenAsync("dev-district"));
        await using var other = await platform.StartGatewayAsync();
        using var there = other.With(await platform.TokenAsync("dev-audit"));
        var before = await TodayAsync(there);

        using var answer = await district.PostAsJsonAsync(Clock, new { advance = "7.00:00:00" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before.AddDays(7), await TodayAsync(there));
    }

    [Fact]
    public async Task Or_goes_to_a_day()
    {
        using var district = platform.Gateway.With(await platform.TokenAsync("dev-district"));

        using var answer = await district.PostAsJsonAsync(Clock, new { to = "2017-02-01" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new DateOnly(2017, 2, 1), await TodayAsync(district));
    }

    [Theory]
    [InlineData("""{"advance":"-7.00:00:00"}""")]
    [InlineData("""{"advance":"9999.00:00:00"}""")]
    [InlineData("""{"to":"2015-12-31"}""")]
    [InlineData("{}")]
    public async Task Time_does_not_go_back(string move)
    {
        using var district = platform.Gateway.With(await platform.TokenAsync("dev-district"));

        using var answer = await district.PostAsync(Clock, new StringContent(move, null, "application/json"));

        await Reaching.AssertRefused(answer, HttpStatusCode.BadRequest, "GTW-0002", "平台时间只能向后推移，每次最多十年");
    }

    [Fact]
    public async Task A_village_officer_may_not()
    {
        using var village = platform.Gateway.With(await platform.TokenAsync("dev-village"));

        using var answer = await village.PostAsJsonAsync(Clock, new { advance = "1.00:00:00" });

        await Reaching.AssertRefused(answer, HttpStatusCode.Forbidden, "SYS-0403", "您没有办理此项业务的权限");
    }

    [Fact]
    public async Task In_Production_there_is_no_such_thing()
    {
        await using var production = await platform.StartGatewayAsync("Production");
        using var district = production.With(await platform.TokenAsync("dev-district"));

        using var answer = await district.PostAsJsonAsync(Clock, new { advance = "1.00:00:00" });

        await Reaching.AssertRefused(answer, HttpStatusCode.NotFound, "SYS-0404", "没有找到");
    }

    private static async Task<DateOnly> TodayAsync(HttpClient client) =>
        DateOnly.Parse((await client.GetFromJsonAsync<JsonElement>(Clock)).GetProperty("today").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
