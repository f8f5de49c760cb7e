using System.Globalization;
using System.Text.Json;

namespace Fupin.Aid.Reasons;

/// <summary>The words in which decisions are explained (说明文字), kept as data and alike in all departments.</summary>
internal static class ReasonTexts
{
    private static readonly Words Texts = Read();

    public static string Input(string name) => Texts.Inputs[name];

    public static string Value(string name, params object[] figures) => string.Format(CultureInfo.InvariantCulture, Texts.Values[name], figures);

    public static string Source(string name) => Texts.Sources[name];

    public static string Change(string name, params object[] figures) => string.Format(CultureInfo.InvariantCulture, Texts.Changes[name], figures);

    public static string Outcome(string name, params object[] figures) => string.Format(CultureInfo.InvariantCulture, Texts.Outcomes[name], figures);

    /// <summary>What people call a code.</summary>
    public static string Word(string code) => Texts.OfCodes.GetValueOrDefault(code, code);

    private static Words Read()
    {
        using var stream = typeof(ReasonTexts).Assembly.GetManifestResourceStream("reason-texts.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Words(
        IReadOnlyDictionary<string, string> Inputs,
        IReadOnlyDictionary<string, string> Values,
        IReadOnlyDictionary<string, string> Sources,
        IReadOnlyDictionary<string, string> Changes,
        IReadOnlyDictionary<string, string> Outcomes,
        [property: System.Text.Json.Serialization.JsonPropertyName("words")] IReadOnlyDictionary<string, string> OfCodes);
}
