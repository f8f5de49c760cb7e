using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Fupin.Testing;

namespace Fupin.EndToEnd.Tests;

/// <summary>One of Development's machine clients at the gateway.</summary>
internal sealed class Machine : IDisposable
{
    private readonly HttpClient http;

    private Machine(HttpClient http) => this.http = http;

    /// <summary>Signs in with the secret that all of them have; nobody when <paramref name="name"/> is null.</summary>
    public static async Task<Machine> SignInAsync(Uri gateway, string? name)
    {
        var http = new HttpClient { BaseAddress = gateway };
        if (name is null) return new Machine(http);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = name,
            ["client_secret"] = "dev-secret",
        });
        using var answer = await http.PostAsync("connect/token", form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Machine(http);
    }

    /// <summary>What is there; fails on a refusal with its words.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return await ReadAsync(answer, path);
    }

    /// <summary>The status of what is asked for.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Does something; fails on a refusal with its words.</summary>
    public async Task<JsonElement> DoAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        return await ReadAsync(answer, path);
    }

    /// <summary>Tries something; the status and what was said.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Said)> TryAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Uploads a workbook and takes its households in; the import when it is done.</summary>
    public async Task<JsonElement> ImportAsync(byte[] workbook)
    {
        var id = (await UploadAsync(workbook)).GetProperty("id").GetString();
        JsonElement import = default;
        await Eventually.IsTrue(async () => (import = await GetAsync($"api/registration/imports/{id}")).GetProperty("state").GetString() is "done" or "failed");
        return import;
    }

    /// <summary>Uploads a workbook; the import that was begun.</summary>
    public async Task<JsonElement> UploadAsync(byte[] workbook)
    {
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var form = new MultipartFormDataContent { { file, "file", "village.xlsx" } };
        using var answer = await http.PostAsync("api/registration/imports?commit=true", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotNull(answer.Headers.Location);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, string path)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage!.Method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
