using System.Text.Json;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>How the parameters about diseases (病种参数) of a layer are called: its name, a dot, the disease, and what it is.</summary>
internal sealed class DiseaseNames(string prefix, string suffix = "")
{
    private readonly string[] names =
        [.. Enumerable.Range(0, Enum.GetValues<Disease>().Max(disease => (int)disease) + 1)
            .Select(number => $"{prefix}.{JsonNamingPolicy.CamelCase.ConvertName(((Disease)number).ToString())}{suffix}")];

    public string this[Disease disease] => names[(int)disease];
}
