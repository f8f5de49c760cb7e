using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.Contracts.Aid;

namespace Fupin.Registration.Contradictions;

/// <summary>
/// Two states that cannot both be (矛盾类别), dated, with its basis. Two different states contradict each other on every day on which both
/// hold; the same state told twice does when its first day is not the same.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="First">The one state.</param>
/// <param name="Second">The other.</param>
/// <param name="Owner">Whose department clears it up: the first's or the second's.</param>
/// <param name="Days">Within how many days.</param>
/// <param name="Text">What it is, in one sentence.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="To">The last day it holds; open when absent.</param>
/// <param name="Basis">The document it rests on.</param>
/// <param name="IsUnconfirmed">Whether no document was found and the client must confirm it ([NF]).</param>
internal sealed record ContradictionKind(
    string Code, PersonState First, PersonState Second, ContradictionOwner Owner, int Days, string Text, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The kinds the platform comes with, contradiction-kinds.json.</summary>
    public static IReadOnlyList<ContradictionKind> All { get; } = Read();

    /// <summary>The kinds that hold on a day.</summary>
    public static IEnumerable<ContradictionKind> On(DateOnly day) => All.Where(kind => kind.From <= day && (kind.To is null || day <= kind.To));

    public static ContradictionKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>Whether two states of one person contradict each other by it.</summary>
    public bool Holds(ToldState first, ToldState second)
    {
        if (first.State != First || second.State != Second || first.Department == second.Department) return false;
        if (First == Second) return first.From != second.From && string.CompareOrdinal(first.Department, second.Department) < 0;
        return first.From <= (second.To ?? DateOnly.MaxValue) && second.From <= (first.To ?? DateOnly.MaxValue);
    }

    private static List<ContradictionKind> Read()
    {
        using var stream = typeof(ContradictionKind).Assembly.GetManifestResourceStream("contradiction-kinds.json")!;
        return JsonSerializer.Deserialize<List<ContradictionKind>>(stream, Json)!;
    }
}

/// <summary>Who clears a contradiction up (责任部门).</summary>
internal enum ContradictionOwner
{
    /// <summary>The department that told the first state (前者).</summary>
    First,

    /// <summary>The department that told the second state (后者).</summary>
    Second,
}

/// <summary>A state of a person as a department told it (部门所报状态).</summary>
internal sealed record ToldState(string Department, string Source, PersonState State, DateOnly From, DateOnly? To)
{
    public string Key => $"{Department}|{Source}";
}
