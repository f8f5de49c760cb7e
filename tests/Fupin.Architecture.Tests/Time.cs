using System.Text.RegularExpressions;

namespace Fupin.Architecture.Tests;

/// <summary>Time comes from a clock that tests and Development can move; columns hold what SQLite can order.</summary>
public sealed partial class Time
{
    [Fact]
    public void Nobody_asks_the_machine_for_the_time() =>
        Assert.Empty(Sources.OfEverything.Where(source => Now().IsMatch(source.Text)).Select(source => source.Path));

    [Fact]
    public void No_column_is_of_a_type_that_SQLite_cannot_order()
    {
        var snapshots = Directory.EnumerateFiles(Path.Combine(Sources.Root, "services"), "*ModelSnapshot.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2 * Sources.Services.Count, snapshots.Count); // one a provider for each service
        var wrong = snapshots.Where(file => !file.Contains("/identity/", StringComparison.Ordinal) && Unordered().IsMatch(File.ReadAllText(file)));
        Assert.Empty(wrong.Select(file => Path.GetRelativePath(Sources.Root, file)));
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Now();

    [GeneratedRegex(@"Property<(decimal|DateTimeOffset|TimeSpan)\??>")]
    private static partial Regex Unordered();
}
