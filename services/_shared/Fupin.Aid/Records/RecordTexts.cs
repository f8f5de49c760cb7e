using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.Workbooks;

namespace Fupin.Aid.Records;

/// <summary>How records and what is wrong with them are called (记录用语): shared sentences here, the department's own words in its records.json.</summary>
internal sealed record RecordTexts(IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, CheckText> Checks)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static RecordTexts Shared { get; } = Read<RecordTexts>(typeof(RecordTexts).Assembly, "record-texts.json");

    /// <summary>The words of a kind; a kind without them does not start.</summary>
    public static KindTexts Of(Assembly assembly, string kind) =>
        Read<Dictionary<string, KindTexts>>(assembly, "records.json").GetValueOrDefault(kind)
            ?? throw new InvalidOperationException($"records.json of {assembly.GetName().Name} says nothing of '{kind}'.");

    /// <summary>The sentence of a check with what it shows.</summary>
    public static string Sentence(string check, params object[] shown) => string.Format(CultureInfo.InvariantCulture, Shared.Checks[check].Text, shown);

    public static Finding Finding(int row, string header, string check, params object[] shown) =>
        new(row, header, check, Shared.Checks[check].Level, Sentence(check, shown));

    private static T Read<T>(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no {name}.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}

/// <summary>The sentence of a check (校验用语).</summary>
internal sealed record CheckText(FindingLevel Level, string Text);

/// <summary>How a kind and its columns are called (记录种类用语).</summary>
internal sealed record KindTexts(string Title, IReadOnlyDictionary<string, ColumnTexts> Columns);

/// <summary>How a column is called, what helps to fill it in, and the words of a fixed list (列用语).</summary>
internal sealed record ColumnTexts(string Header, string? Hint, IReadOnlyDictionary<string, string>? Words);
