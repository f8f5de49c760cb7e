using System.Text.Json;

namespace Fupin.AppHost.Local;

/// <summary>A village of the sample: who takes its steps, four eyes kept, and the last step it takes; none when it is empty.</summary>
internal sealed record SampleVillage(string Code, string Enters, string Reviews, string Approves, string Until);

/// <summary>The headers of the workbook's columns that are made up.</summary>
internal sealed record SampleColumns(
    string Serial, string Village, string Group, string Name, string IdNumber, string Certificate, string Phone, string Bank, string Account);

/// <summary>What the sample district is made of: names, words and villages are data.</summary>
internal sealed record SampleData(
    string Surnames,
    string Male,
    string Female,
    string Bank,
    string Sheet,
    string[] Headers,
    SampleColumns Columns,
    string Group,
    string Visit,
    string Place,
    string Objection,
    string Answer,
    string Post,
    SampleVillage[] Villages)
{
    /// <summary>The patterns of households: per household its persons; per person birth date, sex and the cells that are taken as they are, by header.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, string>>> Households { get; private init; } = [];

    public static SampleData Read()
    {
        using var words = Open("sample-district.json");
        using var patterns = new StreamReader(Open("sample-households.csv"));
        var columns = patterns.ReadLine()!.Split(',');
        List<Dictionary<string, string>> persons = [];
        while (patterns.ReadLine() is { } line)
        {
            persons.Add(columns.Zip(line.Split(',')).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        return JsonSerializer.Deserialize<SampleData>(words, JsonSerializerOptions.Web)! with
        {
            Households = [.. persons.GroupBy(person => person["household"]).Select(household => household.ToList())],
        };
    }

    private static Stream Open(string file) => typeof(SampleData).Assembly.GetManifestResourceStream(file)!;
}
