using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fupin.EndToEnd.Tests.Portal;

/// <summary>What holds on each page: read by everybody, on a telephone, over a slow line, and by keyboard.</summary>
[Collection(Platform.Name)]
public sealed class EveryPage(Browser browser) : IClassFixture<Browser>
{
    private const int Telephone = 360;
    private const long FirstLoad = 100 * 1024;
    private static readonly string[] Serious = ["serious", "critical"];

    /// <summary>Who sees which pages.</summary>
    public static TheoryData<string, string[]> Pages => new()
    {
        { "village01", ["/work", "/registration/imports", "/registration/batches", "/registration/households", "/check"] },
        { "district01", ["/work", "/clock", "/messages", "/registration/households", "/registration/stacking-rules", "/registration/stacking-rules/draft", "/registration/what-if", "/registration/contradictions", "/social-assistance/proposals"] },
        { "education01", ["/work", "/education-aid/proposals", "/education-aid/approvals", "/education-aid/candidates", "/education-aid/parameters", "/education-aid/records/school-records", "/education-aid/unmatched"] },
        { "employment01", ["/work", "/employment/proposals", "/employment/approvals", "/employment/loans", "/employment/public-posts"] },
        { "medical01", ["/work", "/medical-aid/proposals", "/medical-aid/settlements"] },
        { "audit01", ["/work", "/audit"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_accessible_fits_a_telephone_and_asks_nobody_else(string login, string[] paths)
    {
        var page = await browser.SignInAsync(login, Telephone);
        List<string> faults = [];
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != browser.Platform.Address.Authority) faults.Add($"asks {request.Url}");
        };
        page.Console += (_, line) =>
        {
            if (line.Type == "error") faults.Add($"{page.Url} says {line.Text}");
        };
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(path);
            if (answer?.Ok != true) faults.Add($"{path} answers {answer?.Status}");
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > Telephone) faults.Add($"{path} is wider than a telephone");
            if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{path} has not one heading");
            var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
            faults.AddRange(axe.Violations.Where(found => Serious.Contains(found.Impact)).Select(found => $"{path}: {found.Help} {found.Nodes[0].Html}"));
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/work")]
    [InlineData("/check")]
    public async Task Is_there_after_a_hundred_kilobytes(string path)
    {
        var signedIn = await browser.SignInAsync("village01");
        var page = await signedIn.Context.Browser!.NewPageAsync(new() { BaseURL = browser.Platform.Address.ToString(), StorageState = await signedIn.Context.StorageStateAsync() });
        var network = await page.Context.NewCDPSessionAsync(page);
        long received = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, data) => Interlocked.Add(ref received, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(received, 1, FirstLoad);
    }

    [Fact]
    public async Task Is_walked_by_keyboard_forward_to_its_content_and_back_to_the_menu_and_the_skip_link()
    {
        var page = await browser.SignInAsync("village01");
        await page.GotoAsync("/registration/imports");
        Assert.Equal("H1", await page.EvaluateAsync<string>("document.activeElement.tagName")); // readers begin at the heading

        var forward = await WalkAsync(page, "Tab", 4);
        Assert.Contains("下载模板", forward);

        await page.GotoAsync("/registration/imports");
        var back = await WalkAsync(page, "Shift+Tab", 20);
        Assert.Contains("我的工作", back);
        Assert.True(back.IndexOf("上传登记表") < back.IndexOf("我的工作"));
        Assert.True(back.IndexOf("我的工作") < back.IndexOf("跳到主要内容"));
    }

    private static async Task<List<string>> WalkAsync(IPage page, string key, int steps)
    {
        List<string> walked = [];
        for (var step = 0; step < steps; step++)
        {
            await page.Keyboard.PressAsync(key);
            walked.Add(await FocusedAsync(page));
        }

        return walked;
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText.trim()");
}
