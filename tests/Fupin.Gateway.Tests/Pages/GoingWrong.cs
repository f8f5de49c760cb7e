using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fupin.Testing;

namespace Fupin.Gateway.Tests.Pages;

/// <summary>Whatever goes wrong, people get a Chinese page that says what to do, and machines a problem document.</summary>
public sealed partial class GoingWrong(APlatform platform) : IClassFixture<APlatform>
{
    // The department behind answers every question about a household with something that is none.
    private const string PageThatFails = "/registration/households/0c8fbb0e-6d3f-4a55-9f5c-000000000001";

    [Fact]
    public async Task A_page_that_fails_is_answered_with_a_page_and_the_trace_id()
    {
        using var browser = await platform.SignedInAsync("district01");

        var page = await browser.GetAsync(PageThatFails);

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("<html lang=\"zh-CN\">", page.Body, StringComparison.Ordinal);
        Assert.Contains("<h1 tabindex=\"-1\">系统出错了 </h1>", page.Body, StringComparison.Ordinal);
        Assert.Matches(TraceId(), page.Body);
        Assert.DoesNotContain("Exception", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_form_that_fails_is_answered_with_a_page_too()
    {
        using var browser = await platform.SignedInAsync("district01");
        var token = FormToken().Match((await browser.GetAsync("/work")).Body).Groups[1].Value;

        var page = await browser.PostAsync(PageThatFails, ("_handler", "exit"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("系统出错了", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_answered_with_a_page_that_asks_to_fill_it_in_again()
    {
        using var browser = await platform.SignedInAsync("district01");

        var page = await browser.PostAsync("/registration/households", ("_handler", "search"), ("Form.Name", "张三"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("这次提交没有收到", page.Body, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"主菜单\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_answered_with_a_page()
    {
        using var browser = await platform.SignedInAsync("district01");

        var page = await browser.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("没有这个页面", page.Body, StringComparison.Ordinal);
        Assert.Matches(TraceId(), page.Body);
    }

    [Fact]
    public async Task A_page_of_another_function_is_answered_with_a_page()
    {
        using var browser = await platform.SignedInAsync("audit01");

        var page = await browser.GetAsync("/registration/imports");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("您没有办理此项业务的权限", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_department_that_is_away_says_so_and_keeps_the_menu()
    {
        using var browser = await platform.SignedInAsync("audit01");

        var page = await browser.GetAsync("/audit");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("暂时联系不上", page.Body, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"主菜单\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_get_a_problem_document_where_people_get_a_page()
    {
        using var browser = await platform.SignedInAsync("district01");

        var answer = await browser.GetAsync("/api/nowhere");

        var problem = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal((HttpStatusCode.NotFound, "SYS-0404"), (answer.Status, problem.GetProperty("code").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
    }

    [Fact]
    public async Task Every_page_has_a_title_of_its_own_and_says_where_it_is()
    {
        using var browser = await platform.SignedInAsync("district01");

        var page = await browser.GetAsync("/registration/imports");

        Assert.Contains("<title>上传登记表 · 武进区精准扶贫平台</title>", page.Body, StringComparison.Ordinal);
        Assert.Contains("<li aria-current=\"page\">上传登记表</li>", page.Body, StringComparison.Ordinal);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex FormToken();

    [GeneratedRegex("追踪号：[0-9a-f]{32}")]
    private static partial Regex TraceId();
}
