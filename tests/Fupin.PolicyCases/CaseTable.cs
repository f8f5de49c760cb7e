using System.Globalization;
using Fupin.Aid.Policies;

namespace Fupin.PolicyCases;

/// <summary>The table of cases of a policy (政策案例表), Policies/Cases/{code}.yaml of its department.</summary>
/// <param name="Policy">The policy it is about; items of other policies are left aside.</param>
/// <param name="Cases">The cases.</param>
/// <param name="Parameters">Values that take the place of the seed's in all cases.</param>
public sealed record CaseTable(string Policy, IReadOnlyList<PolicyCase> Cases, IReadOnlyDictionary<string, string>? Parameters = null)
{
    /// <summary>The tables that lie in a folder, one per policy.</summary>
    public static IReadOnlyList<CaseTable> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => CaseJson.Read<CaseTable>(File.ReadAllText(file)))];

    /// <summary>Decides one case; what differs from the expected items, or null.</summary>
    public string? Check(PolicyCase one, PolicyBook book, System.Reflection.Assembly department)
    {
        var aidCase = one.ToAidCase(department);
        var parameters = one.ParametersOf(book, Parameters);
        var all = book.Decide(aidCase, parameters);
        // A table may be about several policies of one sequence: then its items name theirs.
        var found = all.Where(item => one.Expect.Any(expected => expected.Policy is not null) || item.Policy == Policy).ToList();
        var missing = one.Expect.ToList();
        var surplus = found.Where(item => !Take(missing, item)).ToList();
        var untraced = found.Where(item => item.Trace.Count == 0).ToList();
        if (missing.Count == 0 && surplus.Count == 0 && untraced.Count == 0) return Unexplained(one, aidCase, book, parameters);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Policy} / {one.Name}: missing [{string.Join("; ", missing)}], surplus [{string.Join("; ", surplus.Select(item => $"{item.Policy} {item.Period} {item.Amount}"))}], without trace {untraced.Count}");
    }

    // Where nothing comes, the policy says why; a table may name the text that must say so, without its figures.
    private string? Unexplained(PolicyCase one, AidCase aidCase, PolicyBook book, PolicyParameters parameters)
    {
        var decisions = new Decisions(Detail.WhyNot);
        book.Decide(aidCase, parameters, decisions);
        var reasons = decisions.NotGiven.Where(not => not.Policy.Code == Policy).SelectMany(not => not.Reason.Lines).ToList();
        if (one.Expect.Count == 0 && reasons.Count == 0) return $"{Policy} / {one.Name}: gives nothing and does not say why";
        if (one.NotBecause is not { } name) return null;
        var text = book.Texts.Single(text => text.Name == name);
        return reasons.Exists(line => line.Label == text.Label && line.Value.StartsWith(text.Value.Split('{')[0], StringComparison.Ordinal))
            ? null
            : $"{Policy} / {one.Name}: does not say {name}, but [{string.Join("; ", reasons.Select(line => line.Value))}]";
    }

    private static bool Take(List<ExpectedItem> expected, Fupin.Contracts.Aid.ProposedItem item)
    {
        var index = expected.FindIndex(one => one.Matches(item));
        if (index >= 0) expected.RemoveAt(index);
        return index >= 0;
    }
}
