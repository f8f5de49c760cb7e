using System.Text.RegularExpressions;

namespace Fupin.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed partial class Direction
{
    [Fact]
    public void A_service_references_only_shared_projects_and_contracts()
    {
        var wrong =
            from service in Sources.Services
            from project in Directory.GetFiles(service, "*.csproj")
            from Match reference in Reference().Matches(File.ReadAllText(project))
            where !reference.Groups[1].Value.StartsWith("../_shared/", StringComparison.Ordinal)
                && !reference.Groups[1].Value.StartsWith("../../contracts/", StringComparison.Ordinal)
            select $"{Path.GetFileName(project)} → {reference.Groups[1].Value}";

        Assert.Equal(8 - 1, Sources.Services.Count); // the gateway is no service of this folder
        Assert.Empty(wrong);
    }

    [Fact]
    public void Shared_code_and_contracts_know_no_department()
    {
        string[] departments = ["Fupin.Registration", "Fupin.EducationAid", "Fupin.Employment", "Fupin.SocialAssistance", "Fupin.MedicalAid", "Fupin.Audit", "Fupin.Identity"];
        var wrong =
            from source in Sources.OfEverything
            where source.Path.Contains("_shared", StringComparison.Ordinal)
            from department in departments
            where source.Has($"using {department};") || source.Has($"using {department}.")
            select $"{source.Path} knows {department}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nouns_know_neither_database_nor_web_nor_bus()
    {
        // A noun is a class of a capability that is a row: it is what the mappings map.
        var nouns = Sources.OfServices
            .Where(source => !source.Path.Contains("/Data/", StringComparison.Ordinal))
            .Where(source => Noun().IsMatch(source.Text) && !source.Has("static class"))
            .ToList();
        string[] forbidden = ["using Microsoft.EntityFrameworkCore", "using Microsoft.AspNetCore", "using MassTransit"];

        Assert.True(nouns.Count >= 10, $"only {nouns.Count} nouns were found");
        Assert.Empty(nouns.Where(noun => forbidden.Any(noun.Has)).Select(noun => noun.Path));
    }

    [Fact]
    public void A_service_shows_nothing_but_its_program()
    {
        var wrong =
            from source in Sources.OfServices
            from Match type in PublicType().Matches(source.Text)
            where type.Groups[1].Value != "Program"
            select $"{source.Path}: {type.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex("""ProjectReference Include="([^"]+)"[^>]*>""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"internal sealed class \w+[^\n]*: [^\n]*\b(IScoped|IVersioned|IRecord|IHouseholdRecord|IPersonRecord)\b")]
    private static partial Regex Noun();

    [GeneratedRegex(@"^public (?:sealed |static |abstract |partial |readonly )*(?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
