using System.Net;
using Fupin.Identity.Officers;
using Microsoft.Extensions.Time.Testing;

namespace Fupin.Identity.Tests.SignIn;

/// <summary>A person signs in with login and password.</summary>
public sealed class SigningIn(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private const string Right = DevelopmentOfficers.Password;

    private IdentityService Identity => running.Service;

    [Fact]
    public async Task A_right_password_opens_a_session()
    {
        using var browser = Identity.Browser();

        var page = await browser.SignInAsync(await browser.GetAsync("/account/sign-in?returnUrl=%2Fwork"), "town01", Right);

        Assert.Equal((HttpStatusCode.Found, "/work"), (page.Status, page.Location));
        Assert.Contains("__Host-fupin-sign-in", browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_get_the_same_words()
    {
        var wrong = await Identity.SignInAsync("audit01", "wrong");
        var unknown = await Identity.SignInAsync("nobody-of-this-name", "wrong");

        Assert.Contains("登录名或密码不正确，请重新输入", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("登录名或密码不正确，请重新输入", unknown.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.Status, unknown.Status));
    }

    [Theory]
    [InlineData("village01")]
    [InlineData("somebody-unknown")]
    public async Task The_fifth_wrong_password_locks_and_says_until_when(string login)
    {
        for (var tries = 1; tries <= 4; tries++) Assert.Equal(HttpStatusCode.Unauthorized, (await Identity.SignInAsync(login, "wrong")).Status);

        var fifth = await Identity.SignInAsync(login, "wrong");
        var right = await Identity.SignInAsync(login, Right);

        Assert.Matches("密码连续输错 5 次，账号已锁定，请在 \\d\\d:\\d\\d 之后再试", fifth.Body);
        Assert.Equal((HttpStatusCode.Locked, HttpStatusCode.Locked), (fifth.Status, right.Status));
    }

    [Fact]
    public async Task A_right_password_ends_the_count()
    {
        for (var tries = 1; tries <= 4; tries++) await Identity.SignInAsync("district02", "wrong");
        Assert.Equal(HttpStatusCode.Found, (await Identity.SignInAsync("district02", Right)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Identity.SignInAsync("district02", "wrong")).Status);
    }

    [Fact]
    public async Task A_lock_ends_after_a_quarter_of_an_hour()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2016, 3, 21, 1, 0, 0, TimeSpan.Zero));
        for (var tries = 1; tries <= 5; tries++) Assert.Null(await Identity.TryAsync("locked", time));

        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(15), await Identity.TryAsync("locked", time));
        time.Advance(TimeSpan.FromMinutes(15));
        for (var tries = 1; tries <= 5; tries++) Assert.Null(await Identity.TryAsync("locked", time));
        Assert.NotNull(await Identity.TryAsync("locked", time));
    }

    [Fact]
    public async Task Of_many_tries_at_once_five_are_looked_at()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Identity.TryAsync("stormed", TimeProvider.System)));

        Assert.Equal(5, tries.Count(locked => locked is null));
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        using var browser = Identity.Browser();

        var page = await browser.PostAsync("/account/sign-in", ("login", "town01"), ("password", Right));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Empty(browser.Cookies);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_to_a_foreign_address(string address)
    {
        using var browser = Identity.Browser();

        var page = await browser.SignInAsync(await browser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}"), "town02", Right);

        Assert.Equal((HttpStatusCode.Found, "/"), (page.Status, page.Location));
    }
}
