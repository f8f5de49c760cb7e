using System.Text.Json;
using Fupin.Registration.Tests.Imports;
using Fupin.Testing;

namespace Fupin.Registration.Tests.Households;

/// <summary>The register can be put in order by a column and leafed through.</summary>
public sealed class LeafingThroughTheRegister(RegistrationService registration) : IClassFixture<RegistrationService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await registration.Import(Officers.Village, RegistrationService.Sample("applicants-320412110207.xlsx"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pages_of_a_sorted_search_hold_every_household_once_in_order()
    {
        var whole = await Search(new { sort = "-members", size = 100 });
        var leafed = new List<Guid>();
        for (var skip = 0; skip < whole.GetProperty("total").GetInt32(); skip += 3)
        {
            var page = await Search(new { sort = "-members", size = 3, skip });
            Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
            leafed.AddRange(Ids(page));
        }

        var members = whole.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("members").GetInt32()).ToList();
        Assert.Equal(members.OrderDescending(), members);
        Assert.NotEqual(members[0], members[^1]);
        Assert.Equal(Ids(whole), leafed);
    }

    [Fact]
    public async Task What_is_counted_ends_at_the_region()
    {
        var theirs = (await registration.Post(Officers.VillageOther, "households/search", new { skip = 0 })).Json;

        Assert.Equal(0, theirs.GetProperty("total").GetInt32());
    }

    private async Task<JsonElement> Search(object asked) => (await registration.Post(Officers.Village, "households/search", asked)).Json;

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetGuid());
}
