using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Fupin.AppHost.Local;

/// <summary>The platform's public API, as the machine clients of Development use it.</summary>
internal sealed class PlatformApi(Uri gateway, TimeSpan? patience = null) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = gateway, Timeout = patience ?? TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> tokens = new();

    public Task<JsonElement> GetAsync(string client, string path, CancellationToken ct) => SendAsync(client, HttpMethod.Get, path, null, ct);

    public Task<JsonElement> PostAsync(string client, string path, object body, CancellationToken ct) =>
        SendAsync(client, HttpMethod.Post, path, JsonContent.Create(body), ct);

    /// <summary>Uploads a workbook to be taken in at once; where its progress is told.</summary>
    public async Task<string> UploadAsync(string client, byte[] workbook, CancellationToken ct)
    {
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var form = new MultipartFormDataContent { { file, "file", "sample.xlsx" } };
        return (await SendAsync(client, HttpMethod.Post, "api/registration/imports?commit=true", form, ct)).GetProperty("id").GetString()!;
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> SendAsync(string client, HttpMethod method, string path, HttpContent? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetOrAdd(client, name => new(() => TokenAsync(name, ct))).Value);
        using var response = await http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new CannotStartException($"The sample district: {client} {method} {path} was answered with {(int)response.StatusCode} {answer}");
        return answer.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(answer);
    }

    private async Task<string> TokenAsync(string client, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = "dev-secret",
        });
        using var response = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new CannotStartException($"The sample district: {client} gets no token: {(int)response.StatusCode} {answer}");
        return JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("access_token").GetString()!;
    }
}
