using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Testing.Register;

namespace Fupin.SocialAssistance.Tests.Service;

/// <summary>An index month is about everybody, so that this class has a service of its own.</summary>
public sealed class PriceSubsidies : IAsyncLifetime
{
    // The opening of the month finds what is to be decided again when it looks the next time.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(120);

    private SocialAssistance? service;

    public async ValueTask InitializeAsync() => service = await SocialAssistance.StartAsync(null);

    public async ValueTask DisposeAsync()
    {
        if (service is not null) await service.DisposeAsync();
    }

    [Fact]
    public async Task An_index_above_the_trigger_brings_the_subsidy_to_everybody_entitled_and_only_to_them()
    {
        var (poor, oldAndPoor, rich) = (new AHousehold(YearlyIncomeInYuan: 2400), new AHousehold(HouseholdAttribute.ExtremelyPoor, Age: 66), new AHousehold(YearlyIncomeInYuan: 60_000));
        foreach (var household in (AHousehold[])[poor, oldAndPoor, rich]) await service!.RegisterAsync(household);

        foreach (var (month, published) in ((string, string)[])[("2015-10", "2015-11-10"), ("2015-11", "2015-12-10")])
        {
            await service!.KeepAsync("price-indices", new { month, cpi = "3.5", food = "2", publishedOn = published });
        }

        await service!.KeepAsync("price-indices", new { month = "2015-12", cpi = "4", food = "2", publishedOn = "2016-01-11" });

        // 700 × 4 % for two; October and November only began the three months.
        foreach (var household in (AHousehold[])[poor, oldAndPoor])
        {
            var item = (await service!.ProposedAsync(household, 2, Long)).Items.Single(item => item.Policy == "B7");
            Assert.Equal(("2015-Q4", Money.FromYuan(56)), (item.Period, item.Amount));
        }

        Assert.Single(service!.AllProposed(rich));
    }

    [Fact]
    public async Task An_index_of_a_month_that_is_not_over_is_refused()
    {
        var answer = await service!.EnterAsync("price-indices", new { month = "2016-03", cpi = "4", food = "2", publishedOn = "2016-03-20" });
        Assert.Equal("指数月份结束后才能登记", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }
}
