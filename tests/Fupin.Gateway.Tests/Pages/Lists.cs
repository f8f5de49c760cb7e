using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fupin.Portal.Lists;
using Fupin.Testing;

namespace Fupin.Gateway.Tests.Pages;

/// <summary>Lists: their order, pages and size stand in the address, and the export is the list.</summary>
public sealed partial class Lists(APlatform platform) : IClassFixture<APlatform>
{
    [Fact]
    public async Task A_heading_sorts_the_list_and_then_the_other_way_round()
    {
        using var browser = await platform.SignedInAsync("village01");

        var first = await browser.GetAsync("/registration/imports");
        var rising = await browser.GetAsync(LinkTo(first.Body, "有错"));
        var falling = await browser.GetAsync(LinkTo(rising.Body, "有错"));

        Assert.DoesNotContain("aria-sort", first.Body, StringComparison.Ordinal);
        Assert.Matches("aria-sort=\"ascending\"><a class=\"sort\" href=\"[^\"]+\">有错", rising.Body);
        Assert.Matches("aria-sort=\"descending\"><a class=\"sort\" href=\"[^\"]+\">有错", falling.Body);
        Assert.Equal("1", FirstOf(rising.Body, "有错"));
        Assert.Equal("30", FirstOf(falling.Body, "有错"));
    }

    [Fact]
    public async Task A_page_and_its_size_stay_in_the_address_beside_the_order()
    {
        using var browser = await platform.SignedInAsync("village01");

        var second = await browser.GetAsync("/registration/imports?sort=rejected&page=2");
        var large = await browser.GetAsync("/registration/imports?sort=rejected&size=50");

        Assert.Equal((10, "21"), (RowsOf(second.Body), FirstOf(second.Body, "有错")));
        Assert.Contains("第 2 / 2 页", second.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/registration/imports?sort=rejected\" aria-label=\"第 1 页\"", second.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/registration/imports?sort=-rejected\"", second.Body, StringComparison.Ordinal);
        Assert.Equal(30, RowsOf(large.Body));
    }

    [Fact]
    public async Task The_export_holds_the_whole_list_in_the_order_shown()
    {
        using var browser = await platform.SignedInAsync("village01");
        var page = await browser.GetAsync("/registration/imports?sort=rejected&page=2");

        var file = await browser.GetAsync(ExportOf(page.Body));

        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("上传时间,状态,行,户,可入库,有错", lines[0]);
        Assert.Equal(30, lines.Length - 1);
        Assert.Equal("2016-03-30 09:00,已办结,90,30,30,1", lines[1]);
        Assert.Equal("2016-03-01 09:00,已办结,3,1,1,30", lines[^1]);
    }

    [Fact]
    public async Task An_export_asks_for_what_its_page_asks_for()
    {
        using var browser = await platform.SignedInAsync("audit01");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/registration/imports/export")).Status);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text()
    {
        Column<(string Text, int Figure)>[] columns = [new("text", "文字", row => row.Text), new("figure", "数", row => row.Figure) { IsNumber = true }];

        var file = Encoding.UTF8.GetString(CsvExport.Write(columns, [("=1+1", -2), ("甲,乙\"丙\"", 3)]));

        Assert.Equal("\uFEFF文字,数\r\n'=1+1,-2\r\n\"甲,乙\"\"丙\"\"\",3\r\n", file);
    }

    private static string LinkTo(string page, string heading) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<a class=\"sort\" href=\"([^\"]+)\">{heading}</a>").Groups[1].Value);

    private static string FirstOf(string page, string heading) => Regex.Match(page, $"data-label=\"{heading}\">([^<]*)<").Groups[1].Value;

    private static int RowsOf(string page) => Body().Match(page).Value.Split("<tr").Length - 1;

    private static string ExportOf(string page) => WebUtility.HtmlDecode(Export().Match(page).Groups[1].Value);

    [GeneratedRegex("<tbody.*</tbody>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("href=\"([^\"]+/export[^\"]*)\"")]
    private static partial Regex Export();
}
