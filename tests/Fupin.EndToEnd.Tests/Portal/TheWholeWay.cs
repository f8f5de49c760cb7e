using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fupin.EndToEnd.Tests.Portal;

/// <summary>What three officers do in the portal so that a village's workbook becomes accounts; nobody needs more than a browser.</summary>
[Collection(Platform.Name)]
public sealed partial class TheWholeWay(Browser browser) : IClassFixture<Browser>
{
    private static readonly string Workbook = Path.Combine(AppContext.BaseDirectory, "Samples", "applicants-320412110207.xlsx");
    private static readonly string[] Serious = ["serious", "critical"];

    [Fact]
    public async Task From_an_uploaded_workbook_to_a_household_that_reads_why()
    {
        var village = await browser.SignInAsync("village01");
        await UploadAsync(village);
        var batch = await OpenBatchAsync(village);
        await village.GetByLabel("村民代表总数").FillAsync("40");
        await village.GetByLabel("到会人数").FillAsync("36");
        await TakeAsync(village, "民主评议");
        await TakeAsync(village, "村公示");
        await browser.Platform.AdvanceAsync(7);
        await village.ReloadAsync();
        await TakeAsync(village, "结束村公示");

        var town = await browser.SignInAsync("town01");
        await town.GotoAsync(batch);
        await ConfirmVisitsAsync(town);
        await TakeAsync(town, "镇审核");
        await TakeAsync(town, "镇公示");
        await browser.Platform.AdvanceAsync(7);
        await town.ReloadAsync();
        await TakeAsync(town, "结束镇公示");

        var district = await browser.SignInAsync("district01");
        await district.GotoAsync(batch);
        await ConfirmVisitsAsync(district);
        await TakeAsync(district, "区核查");
        await TakeAsync(district, "区公告");
        await district.GetByRole(AriaRole.Button, new() { Name = "登记入册", Exact = true }).ClickAsync();
        await Assertions.Expect(district.GetByText("有 2 户留在原步骤")).ToBeVisibleAsync(); // at or above the income line
        await district.GotoAsync(batch);
        await Assertions.Expect(district.Locator("tbody").GetByText("在册", new() { Exact = true })).ToHaveCountAsync(23);
        await AccessibleAsync(district);

        await district.GetByRole(AriaRole.Link, new() { Name = "户", Exact = true }).First.ClickAsync();
        await AccessibleAsync(district);
        await district.GetByRole(AriaRole.Link, new() { Name = "一户一账" }).ClickAsync();
        await FilledAsync(district);
        await district.GetByText("怎么算的").First.ClickAsync();
        await Assertions.Expect(district.Locator("details[open] li").First).ToBeVisibleAsync();
        await AccessibleAsync(district);
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "上传登记表" }).First.ClickAsync();
        await page.GetByLabel("登记表", new() { Exact = false }).First.SetInputFilesAsync(Workbook);
        await AccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并校验" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Commit() }).ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "去办理识别批次" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await AccessibleAsync(page);
    }

    private static async Task<string> OpenBatchAsync(IPage page)
    {
        await page.GotoAsync("/work");
        await AccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Handle() }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("村民代表总数")).ToBeVisibleAsync();
        await AccessibleAsync(page);
        return page.Url;
    }

    private static async Task ConfirmVisitsAsync(IPage page)
    {
        foreach (var visit in await page.GetByRole(AriaRole.Radio, new() { Name = "属实", Exact = true }).AllAsync()) await visit.CheckAsync();
    }

    private static async Task TakeAsync(IPage page, string step)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        try
        {
            await page.WaitForURLAsync(Done());
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{step}: {await page.Locator("main").InnerTextAsync()}");
        }

        await Assertions.Expect(page.Locator(".flash").First).ToBeVisibleAsync();
        await page.GotoAsync(page.Url.Split('?')[0]);
    }

    // The departments fill the account by events, a moment after the household was registered.
    private static async Task FilledAsync(IPage page)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            if (await page.GetByText("怎么算的").CountAsync() > 0) return;
            await page.ReloadAsync();
        }

        Assert.Fail($"The account stays empty: {await page.Locator("main").InnerTextAsync()}");
    }

    private static async Task AccessibleAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
        Assert.Empty(result.Violations.Where(found => Serious.Contains(found.Impact)).Select(found => $"{page.Url}: {found.Id} {found.Help} {string.Join("; ", found.Nodes.Select(node => node.Html))}"));
    }

    [GeneratedRegex("将 \\d+ 户入库")]
    private static partial Regex Commit();

    [GeneratedRegex("\\?done=step$")]
    private static partial Regex Done();

    [GeneratedRegex("^办理 ")]
    private static partial Regex Handle();
}
