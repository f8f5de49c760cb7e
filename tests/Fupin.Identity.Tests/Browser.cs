using System.Net;
using System.Text.RegularExpressions;

namespace Fupin.Testing;

/// <summary>
/// A browser of a person: keeps cookies (also Secure ones, as browsers do on 127.0.0.1), goes where it is sent, fills in the sign-in form.
/// Every address is asked at <paramref name="at"/>, under the name of the public host.
/// </summary>
internal sealed partial class Browser(Uri at, string? host = null) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = at };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Where the next requests go; the cookies stay.</summary>
    public Uri At { get; set; } = at;

    public Task<Page> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    public Task<Page> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<Page> SendAsync(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var target = new Uri(At, address);
        using var request = new HttpRequestMessage(method, new Uri(At, target.PathAndQuery)) { Content = content };
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        request.Headers.Host = host;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) Take(cookie);
        return new Page(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(), target.PathAndQuery);
    }

    /// <summary>Goes on until it is sent nowhere any more, or to <paramref name="until"/>.</summary>
    public async Task<Page> FollowAsync(Page page, string? until = null)
    {
        while (page.Location is { } next && (until is null || !next.Contains(until, StringComparison.Ordinal))) page = await GetAsync(next);
        return page;
    }

    /// <summary>Fills in the sign-in form of a page and sends it.</summary>
    public Task<Page> SignInAsync(Page form, string login, string password) => PostAsync(
        WebUtility.HtmlDecode(Action().Match(form.Body).Groups[1].Value),
        ("login", login), ("password", password), ("__RequestVerificationToken", FormToken().Match(form.Body).Groups[1].Value));

    public void Dispose() => http.Dispose();

    private void Take(string cookie)
    {
        var parts = cookie.Split(';', 2)[0].Split('=', 2);
        if (parts[1].Length == 0) Cookies.Remove(parts[0]);
        else Cookies[parts[0]] = parts[1];
    }

    [GeneratedRegex("""<form method="post" action="([^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex FormToken();

    public sealed record Page(HttpStatusCode Status, string? Location, string Body, string Address);
}
