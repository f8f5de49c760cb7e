using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fupin.Registration.Dci.Messages;

/// <summary>How messages to and from partners are written (报文格式): snake_case, absent instead of null.</summary>
internal static class Wire
{
    public const string Version = "1.0.0";

    private const int DeepestJson = 32;

    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DeepestJson,
    };

    // Of a name that stands twice nobody knows which one was signed.
    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = DeepestJson, AllowDuplicateProperties = false };

    /// <summary>Reads a part of a message; null when it has not the form.</summary>
    public static T? Read<T>(JsonElement element)
        where T : class
    {
        try
        {
            return element.Deserialize<T>(Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a time that says its zone (DateTime of registry_core_api: ISO 8601 including timezone).</summary>
    public static DateTime? ReadTime(string? text)
    {
        var zoned = text is { Length: >= 20 and <= 40 } && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');
        return zoned && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) ? time.UtcDateTime : null;
    }

    public static string Write(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An id of the sender's: there, and not longer than the specification lets it be.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= 99 };
}

/// <summary>The header of a message from a partner (报头, MsgHeader).</summary>
internal sealed record MessageHeader(
    string? Version, string? MessageId, string? MessageTs, string? Action, string? SenderId, string? SenderUri, string? ReceiverId, int? TotalCount, bool? IsMsgEncrypted);

/// <summary>The header of a message to a partner (回报头, MsgCallbackHeader); it also holds what MsgHeader requires, which some callbacks carry.</summary>
internal sealed record ReplyHeader(
    string MessageId, string MessageTs, string Action, string Status, string? StatusReasonCode, string? StatusReasonMessage, int TotalCount, int CompletedCount,
    string SenderId, string? ReceiverId)
{
    public string Version { get; } = Wire.Version;

    public bool IsMsgEncrypted { get; }
}

/// <summary>Where a request of a message stands (处理状态, RequestStatus).</summary>
internal static class RequestStatus
{
    public const string Received = "rcvd";
    public const string Succeeded = "succ";
    public const string Rejected = "rjct";
}
