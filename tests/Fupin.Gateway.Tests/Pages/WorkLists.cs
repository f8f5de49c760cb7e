using System.Net;
using System.Text.RegularExpressions;

namespace Fupin.Gateway.Tests.Pages;

/// <summary>The page of work lists goes on by key, says what is not certain, and exports all of it.</summary>
public sealed partial class WorkLists(APlatform platform) : IClassFixture<APlatform>
{
    [Fact]
    public async Task A_list_goes_on_by_key_and_a_day_that_is_not_known_says_so()
    {
        using var browser = await platform.SignedInAsync("education01");
        var first = await browser.GetAsync("/education-aid/candidates?kind=leaving&policy=E4");
        Assert.Contains("2016-08-31", first.Body, StringComparison.Ordinal);
        Assert.Contains("<h1 tabindex=\"-1\">对象清单", first.Body, StringComparison.Ordinal);

        var second = await browser.GetAsync(WebUtility.HtmlDecode(Next().Match(first.Body).Groups[1].Value));
        Assert.Contains("<span class=\"tag amber\">一年以内</span>", second.Body, StringComparison.Ordinal);
        Assert.Contains("回到开头", second.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch(Next(), second.Body);
    }

    [Fact]
    public async Task The_export_holds_the_whole_list_whatever_page_is_shown()
    {
        using var browser = await platform.SignedInAsync("education01");
        var page = await browser.GetAsync("/education-aid/candidates?kind=leaving&after=k1");
        var export = WebUtility.HtmlDecode(Export().Match(page.Body).Groups[1].Value);
        Assert.Equal("/education-aid/candidates/export?kind=leaving", export);

        var lines = (await browser.GetAsync(export)).Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["2016-08-31", "一年以内"], lines.Skip(1).Select(line => line.Split(',')[4]));
    }

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();

    [GeneratedRegex("href=\"([^\"]+/export[^\"]*)\"")]
    private static partial Regex Export();
}
