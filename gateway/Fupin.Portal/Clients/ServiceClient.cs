using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;

namespace Fupin.Portal.Clients;

/// <summary>What a service answered: a value, or why not (答复).</summary>
/// <param name="Value">The value.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record Answer<T>(T? Value, Problem? Problem)
{
    public bool Ok => Problem is null;
}

/// <summary>Why a service said no (拒绝原因), in words for the officer.</summary>
public sealed record Problem(int Status, string Code, string Text, string? TraceId)
{
    public bool IsMissing => Status == StatusCodes.Status404NotFound;

    public bool IsForbidden => Status == StatusCodes.Status403Forbidden;
}

/// <summary>Nothing to read in the answer.</summary>
internal sealed record Nothing;

/// <summary>Calls the services behind with the token of the signed-in officer (后台服务调用).</summary>
internal sealed class ServiceClient(IHttpClientFactory clients, IAccessToken tokens, IHttpContextAccessor http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public Task<Answer<T>> GetAsync<T>(string service, string path) => SendAsync<T>(service, path, HttpMethod.Get, null);

    public Task<Answer<T>> PostAsync<T>(string service, string path, object? body = null) =>
        SendAsync<T>(service, path, HttpMethod.Post, JsonContent.Create(body ?? new { }, options: Json));

    public Task<Answer<T>> UploadAsync<T>(string service, string path, IFormFile file)
    {
        var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return SendAsync<T>(service, path, HttpMethod.Post, new MultipartFormDataContent { { content, "file", "workbook.xlsx" } });
    }

    private async Task<Answer<T>> SendAsync<T>(string service, string path, HttpMethod method, HttpContent? content)
    {
        var context = http.HttpContext!;
        using var request = new HttpRequestMessage(method, $"http://{service}{path}") { Content = content };
        // On public pages nobody need be signed in.
        if (await tokens.GetAsync(context) is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await clients.CreateClient().SendAsync(request, context.RequestAborted);
            if (!answer.IsSuccessStatusCode) return new Answer<T>(default, await ProblemOf(answer));
            return new Answer<T>(
                typeof(T) == typeof(Nothing) || answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<T>(Json, context.RequestAborted), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException or Polly.ExecutionRejectedException)
        {
            return new Answer<T>(default, new Problem(StatusCodes.Status503ServiceUnavailable, "GTW-0503", Texts.Unreachable, null));
        }
    }

    private static async Task<Problem> ProblemOf(HttpResponseMessage answer)
    {
        try
        {
            var document = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return new Problem(
                (int)answer.StatusCode,
                document.TryGetProperty("code", out var code) ? code.GetString()! : "",
                document.TryGetProperty("title", out var title) ? title.GetString()! : Texts.Failed,
                document.TryGetProperty("traceId", out var trace) ? trace.GetString() : null);
        }
        catch (JsonException)
        {
            return new Problem((int)answer.StatusCode, "", Texts.Failed, null);
        }
    }
}
