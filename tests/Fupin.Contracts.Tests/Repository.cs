using System.Runtime.CompilerServices;

namespace Fupin.Contracts.Tests;

/// <summary>Files of the repository that tests compare with; FUPIN_UPDATE=1 writes them anew instead.</summary>
internal static class Repository
{
    public static bool Updating => Environment.GetEnvironmentVariable("FUPIN_UPDATE") == "1";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Compares with a kept file, line ends aside; says how to accept a change that is meant.</summary>
    public static void AssertKept(string actual, params string[] parts)
    {
        var path = PathOf(parts);
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; FUPIN_UPDATE=1 dotnet test writes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
