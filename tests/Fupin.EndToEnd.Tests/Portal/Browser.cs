using Fupin.Testing;
using Microsoft.Playwright;

namespace Fupin.EndToEnd.Tests.Portal;

/// <summary>A real browser, and officers who sign in with it.</summary>
public sealed class Browser(Platform platform) : IAsyncLifetime
{
    private const string Password = "Fupin@2016";

    // Another run's tests may share the machine.
    private const float Patience = 60_000;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The platform it looks at.</summary>
    public Platform Platform { get; } = platform;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await Chromium.FindAsync(), Args = Chromium.Arguments, ChromiumSandbox = false });
    }

    /// <summary>A page of a person who is not signed in.</summary>
    public async Task<IPage> OpenAsync(int width = 1280)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Platform.Address.ToString(), ViewportSize = new() { Width = width, Height = 800 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>The desk of an officer.</summary>
    public async Task<IPage> SignInAsync(string login, int width = 1280)
    {
        var page = await OpenAsync(width);
        await page.GotoAsync("/work");
        await page.GetByLabel("登录名").FillAsync(login);
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync("**/work");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
