using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>Decides on a household by one policy; pure: the same case and parameters give the same decisions.</summary>
public delegate void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions);

/// <summary>A policy (政策) of a department. Its name, basis, parameters and texts stand in the department's Policies/parameters.json.</summary>
/// <param name="Code">The code, such as E4.</param>
/// <param name="Decide">How it decides.</param>
/// <param name="DependsOn">The view of income that it reads together with granted aid, where it does: a change there makes it decide again.</param>
public sealed record Policy(string Code, Decide Decide, IncomeView? DependsOn = null);

/// <summary>What people call a policy and where it stands (政策名称及依据).</summary>
/// <param name="Code">The code, such as E4.</param>
/// <param name="Name">The name in Chinese.</param>
/// <param name="Basis">The clause or document it rests on.</param>
public sealed record PolicyName(string Code, string Name, string Basis);

/// <summary>All policies of a department (部门政策), with the data they start from.</summary>
public sealed class PolicyBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    // What every desk goes by, whatever its policies are.
    private static readonly Data Shared = Read(typeof(PolicyBook).Assembly, "shared-parameters.json");

    private readonly Dictionary<string, PolicyName> names;
    private readonly Policy[] policies;

    private PolicyBook(string department, Policy[] policies, Data data)
    {
        Department = department;
        this.policies = policies;
        names = data.Policies.ToDictionary(name => name.Code);
        Texts = [.. data.Texts, .. Shared.Texts];
        Seed = [.. data.Parameters.Concat(Shared.Parameters).Select((row, index) => row with { Number = index + 1 })];
        foreach (var policy in policies) _ = names[policy.Code]; // a policy without name and basis does not start
    }

    /// <summary>The department, by its service name.</summary>
    public string Department { get; }

    /// <summary>The policies, in the order in which they decide.</summary>
    public IReadOnlyList<Policy> Policies => policies;

    /// <summary>How the lines of calculations read.</summary>
    public IReadOnlyList<LineText> Texts { get; }

    /// <summary>The parameters the department starts with; later ones are entered in the portal.</summary>
    public IReadOnlyList<Parameter> Seed { get; }

    /// <summary>The views of income on which some policy depends.</summary>
    public IReadOnlySet<IncomeView> DependsOn => Policies.Select(policy => policy.DependsOn).OfType<IncomeView>().ToHashSet();

    /// <summary>Name and basis of a policy.</summary>
    public PolicyName NameOf(string code) => names[code];

    /// <summary>Reads a department's book: its policies, and the embedded parameters.json of its assembly.</summary>
    public static PolicyBook Of(string department, Assembly assembly, params Policy[] policies) => new(department, policies, Read(assembly, "parameters.json"));

    /// <summary>The parameters of the seed on a day.</summary>
    public PolicyParameters SeedOn(DateOnly day) => PolicyParameters.Of(Seed, Texts, day);

    /// <summary>Decides by all policies: the department's whole set for the household and month with the trace of each item, in a fixed order.</summary>
    public IReadOnlyList<ProposedItem> Decide(AidCase aidCase, PolicyParameters parameters)
    {
        var decisions = new Decisions(Detail.Traces);
        Decide(aidCase, parameters, decisions);
        return ToItems(aidCase, decisions, parameters);
    }

    /// <summary>What was decided on a case as the items of its set.</summary>
    public IReadOnlyList<ProposedItem> ToItems(AidCase aidCase, Decisions decisions, PolicyParameters parameters) =>
        [.. decisions.Given.Select(decision => Item(aidCase, decision, parameters.Version))];

    /// <summary>Decides by one policy.</summary>
    public static void Decide(Policy policy, AidCase aidCase, PolicyParameters parameters, Decisions decisions) => decisions.Run(policy, aidCase, parameters);

    /// <summary>Decides by all policies into <paramref name="decisions"/>, which can serve many households one after the other.</summary>
    public void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var policy in policies) decisions.Run(policy, aidCase, parameters);
    }

    private ProposedItem Item(AidCase aidCase, Decision decision, string version) => new(
        IdOf(aidCase.HouseholdId, Department, decision.Policy.Code, decision.MemberId, aidCase.Month, decision.Period, decision.Claim),
        decision.Policy.Code, decision.MemberId, decision.Period, decision.Nature, decision.Amount, decision.Claim, version,
        decision.Trace?.Lines ?? [], decision.ClaimTotal);

    // The same aid has the same id whenever and by whichever replica it is proposed again.
    private static Guid IdOf(Guid household, string department, string policy, Guid? member, AidMonth month, string period, string? claim)
    {
        var name = string.Join('\n', household.ToString("N"), department, policy, member?.ToString("N"), month, period, claim);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
    }

    private static Data Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no {name}.");
        return JsonSerializer.Deserialize<Data>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private sealed record Data(IReadOnlyList<PolicyName> Policies, IReadOnlyList<LineText> Texts, IReadOnlyList<Parameter> Parameters);
}
