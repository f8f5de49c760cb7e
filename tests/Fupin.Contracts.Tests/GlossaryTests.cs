using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fupin.Contracts.Registration;

namespace Fupin.Contracts.Tests;

/// <summary>The glossary comes first: every public type names its Chinese term, and that term stands there.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_public_type_has_a_summary_with_a_term_of_the_glossary()
    {
        var glossary = File.ReadAllText(Repository.PathOf("contracts", "Fupin.Contracts", "GLOSSARY.md"));
        var summaries = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Fupin.Contracts.xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? "");
        var missing = typeof(HouseholdRegistered).Assembly.GetExportedTypes()
            .Where(type => !type.IsNested && !type.Namespace!.EndsWith(".Grpc", StringComparison.Ordinal))
            .Where(type => type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null)
            .Select(type => (type.Name, Term: Term().Match(summaries.GetValueOrDefault($"T:{type.FullName}", "")).Groups[1].Value))
            .Where(type => type.Term.Length == 0 || !type.Term.Split('、', '，').Any(term => glossary.Contains(term, StringComparison.Ordinal)))
            .ToList();

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"[(（]([^)）]*\p{IsCJKUnifiedIdeographs}[^)）]*)[)）]")]
    private static partial Regex Term();
}
