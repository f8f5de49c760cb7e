using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fupin.Registration.Dci.Searching;

/// <summary>A request of a search (查询请求); search_request.items of ibr_api and social_api 1.0.0.</summary>
internal sealed record SearchItem(string? ReferenceId, string? Timestamp, SearchCriteria? SearchCriteria);

/// <summary>What is searched for (查询条件); search_criteria.</summary>
internal sealed record SearchCriteria(
    string? Version, string? RegEventType, string? QueryType, string? ResponseEntity, JsonElement Query, IReadOnlyList<SearchSort>? Sort, SearchPage? Pagination,
    JsonElement? Consent, JsonElement? Authorize);

internal sealed record SearchSort(string? AttributeName, string? SortOrder);

/// <summary>A page that is asked for (分页); the first is 1.</summary>
internal sealed record SearchPage(int? PageSize, int? PageNumber);

/// <summary>The outcome of one request (查询结果); search_response.items.</summary>
internal sealed record SearchOutcome(
    string ReferenceId, string Timestamp, string Status, string? StatusReasonCode, string? StatusReasonMessage, SearchData? Data, PageOf? Pagination, string Locale = SearchOutcome.Chinese)
{
    public const string Chinese = "zho";
}

internal sealed record SearchData(string Version, string RegType, string? RegEventType, string RegRecordType, IReadOnlyList<JsonObject> RegRecords);

internal sealed record PageOf(int PageSize, int PageNumber, int TotalCount);

/// <summary>All outcomes of a message (查询应答); SearchResponse.</summary>
internal sealed record SearchReply(string TransactionId, string CorrelationId, IReadOnlyList<SearchOutcome> SearchResponse);

/// <summary>For what a partner says it asks (声明的用途): authorize.purpose, or consent.purpose where no authorisation is stated.</summary>
internal sealed record StatedPurpose(string? Code, string? Text)
{
    public static StatedPurpose? Of(SearchCriteria criteria) => Read(criteria.Authorize) ?? Read(criteria.Consent);

    private static StatedPurpose? Read(JsonElement? statement)
    {
        if (statement is not { ValueKind: JsonValueKind.Object } stated || !stated.TryGetProperty("purpose", out var purpose) || purpose.ValueKind != JsonValueKind.Object) return null;
        return TextOf(purpose, "code") is { Length: > 0 } code ? new StatedPurpose(code, TextOf(purpose, "text")) : null;
    }

    private static string? TextOf(JsonElement purpose, string name) =>
        purpose.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
