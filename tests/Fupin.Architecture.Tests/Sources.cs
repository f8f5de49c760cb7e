using System.Runtime.CompilerServices;

namespace Fupin.Architecture.Tests;

/// <summary>The sources of the services, migrations left out: most rules here are about what a file may say.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static IReadOnlyList<string> Services { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "services")).Where(folder => Path.GetFileName(folder) != "_shared").Order()];

    public static IReadOnlyList<Source> OfServices { get; } = Read(Services);

    public static IReadOnlyList<Source> OfEverything { get; } = Read([Path.Combine(Root, "services"), Path.Combine(Root, "gateway")]);

    private static IReadOnlyList<Source> Read(IEnumerable<string> folders) =>
    [
        .. from folder in folders
           from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
           where !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
           select new Source(Path.GetRelativePath(Root, file), File.ReadAllText(file)),
    ];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

internal sealed record Source(string Path, string Text)
{
    public bool Has(string text) => Text.Contains(text, StringComparison.Ordinal);
}
