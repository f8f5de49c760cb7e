using System.Globalization;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;

namespace Fupin.Portal.Clients;

/// <summary>The words of the portal (门户文字): one dictionary from code to word and tone, read from texts.json.</summary>
internal static class Texts
{
    private const int Oldest = 200;
    private static readonly Words All = Read();

    public static string Unreachable => All.Messages["unreachable"];

    public static string Failed => All.Messages["failed"];

    /// <summary>What went wrong, by HTTP status, and what to do.</summary>
    public static Fault Fault(int status) =>
        All.Faults.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) ?? All.Faults[status >= 500 ? "500" : "400"];

    /// <summary>The name of a department by its service.</summary>
    public static string Department(string service) => All.Departments.GetValueOrDefault(service, service);

    /// <summary>The word of a step, state, level or nature.</summary>
    public static string Word(string? code) => code is null ? "" : All.Tags.GetValueOrDefault(code)?.Word ?? All.Plain.GetValueOrDefault(JsonNamingPolicy.CamelCase.ConvertName(code), code);

    /// <summary>The tone of a state: grey, amber, red, blue or green.</summary>
    public static string Tone(string? code) => code is null ? "grey" : All.Tags.GetValueOrDefault(code)?.Tone ?? "grey";

    /// <summary>The attribute of a household; its ordinary one is called otherwise than an ordinary worker.</summary>
    public static string Attribute(string code) => All.Attributes.GetValueOrDefault(code) ?? Word(code);

    /// <summary>The name of an item of transfer income, whose key may start with a capital.</summary>
    public static string Transfer(string item) => All.Transfers.GetValueOrDefault(JsonNamingPolicy.CamelCase.ConvertName(item), item);

    /// <summary>Yuan with thousands separators, two decimals.</summary>
    public static string Yuan(Money? amount) => amount is { } money ? money.ToString() : "—";

    /// <summary>The range an age falls into; the topmost is open.</summary>
    public static string Ages(AgeBand age) => age.To >= Oldest ? $"{age.From} 岁以上" : age.From == age.To ? $"{age.From} 岁" : $"{age.From}–{age.To} 岁";

    /// <summary>A month, such as 2016年5月.</summary>
    public static string Month(AidMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");

    /// <summary>A day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A moment, China time.</summary>
    public static string Moment(DateTime? utc) => utc?.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "—";

    private static Words Read()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("texts.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Tag(string Word, string Tone);

    private sealed record Words(
        IReadOnlyDictionary<string, string> Messages,
        IReadOnlyDictionary<string, string> Departments,
        IReadOnlyDictionary<string, Tag> Tags,
        IReadOnlyDictionary<string, string> Plain,
        IReadOnlyDictionary<string, string> Attributes,
        IReadOnlyDictionary<string, string> Transfers,
        IReadOnlyDictionary<string, Fault> Faults);
}

/// <summary>What went wrong and what to do (出错说明).</summary>
internal sealed record Fault(string Title, string Text);
