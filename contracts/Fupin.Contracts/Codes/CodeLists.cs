using System.Globalization;

namespace Fupin.Contracts.Codes;

/// <summary>The published code lists (代码表), read from codes.csv: names to codes and back.</summary>
public static class CodeLists
{
    private static readonly Entry[] Entries = Load();

    private static readonly Dictionary<(string List, string Text), string> Codes = Entries
        .SelectMany(entry => new[] { (entry.List, Text: Even(entry.Name), entry.Code), (entry.List, Text: entry.Code, entry.Code) })
        .DistinctBy(entry => (entry.List, entry.Text))
        .ToDictionary(entry => (entry.List, entry.Text), entry => entry.Code);

    private static readonly Dictionary<(string List, string Code), string> Names = Entries.ToDictionary(entry => (entry.List, entry.Code), entry => entry.Name);

    /// <summary>The code of a name or of the code itself, a leading zero left off or not; null when the list has neither.</summary>
    public static string? Code(string list, string text) =>
        Codes.GetValueOrDefault((list, Even(text))) ?? Codes.GetValueOrDefault((list, "0" + text));

    /// <summary>The name of a code; refuses (<see cref="KeyNotFoundException"/>) one that is not in the list.</summary>
    public static string Name(string list, string code) => Names[(list, code)];

    /// <summary>The names of a list, in its order.</summary>
    public static IReadOnlyList<string> NamesOf(string list) => [.. Entries.Where(entry => entry.List == list).Select(entry => entry.Name)];

    /// <summary>Reads a name or code as the enum whose numbers are the list's codes.</summary>
    public static bool TryRead<TCode>(string list, string text, out TCode value)
        where TCode : struct, Enum
    {
        var code = Code(list, text);
        value = code is null ? default : (TCode)(object)int.Parse(code, CultureInfo.InvariantCulture);
        return code is not null;
    }

    /// <summary>The name of an enum's value in its list.</summary>
    public static string NameOf<TCode>(string list, TCode value)
        where TCode : struct, Enum
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        return Entries.First(entry => entry.List == list && int.Parse(entry.Code, CultureInfo.InvariantCulture) == number).Name;
    }

    // People type both kinds of brackets.
    private static string Even(string text) => text.Replace('(', '（').Replace(')', '）');

    private static Entry[] Load()
    {
        using var stream = typeof(CodeLists).Assembly.GetManifestResourceStream("codes.csv")
            ?? throw new InvalidOperationException("codes.csv is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(fields => new Entry(fields[0], fields[1], fields[2]))];
    }

    private sealed record Entry(string List, string Code, string Name);
}
