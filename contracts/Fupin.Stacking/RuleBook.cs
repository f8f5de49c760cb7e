using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Stacking;

/// <summary>Why a set of rules is refused (规则错误).</summary>
/// <param name="Code">cycle, no-basis, overlap, bounds or unknown-policy.</param>
/// <param name="Line">The line (1 = the first rule) at fault.</param>
/// <param name="Text">One Chinese sentence that names it.</param>
public sealed record RuleFault(string Code, int Line, string Text);

/// <summary>The rules of stacking (叠加规则库) with the names of the policies they are about. Only a book without faults stacks anything.</summary>
public sealed class RuleBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const int LongestCode = 20;

    private readonly IReadOnlyDictionary<string, string> names;
    private readonly ConcurrentDictionary<AidMonth, Stacker> stackers = new();

    /// <summary>A book of rules; refuses (<see cref="ArgumentException"/>) one that <see cref="Check"/> finds fault with.</summary>
    public RuleBook(IReadOnlyList<StackingRule> rules, IReadOnlyDictionary<string, string> policyNames)
    {
        if (Check(rules, policyNames) is [var fault, ..]) throw new ArgumentException(fault.Text, nameof(rules));
        Rules = rules;
        names = policyNames;
    }

    /// <summary>All rules, whenever they hold.</summary>
    public IReadOnlyList<StackingRule> Rules { get; }

    /// <summary>The Chinese names of the policies, by code.</summary>
    public IReadOnlyDictionary<string, string> PolicyNames => names;

    /// <summary>What people call a policy; its code where it has no name yet.</summary>
    public string NameOf(string policy) => names.GetValueOrDefault(policy, policy);

    /// <summary>The rules that hold in a month: those of its last day, so that a rule which begins within it counts for it whole.</summary>
    public IReadOnlyList<StackingRule> In(AidMonth month) => [.. Rules.Where(rule => rule.HoldsOn(month.Last)).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>The rules that hold in a month, made ready for many households; made once and shared.</summary>
    public Stacker StackerOf(AidMonth month) => stackers.GetOrAdd(month, static (asked, book) => new Stacker(book, asked), this);

    /// <summary>The sentence of a reduction, for a household to read.</summary>
    public string SentenceOf(StackingRule rule, string policy, string? because, Money amount) => rule.Text
        .Replace("{policy}", NameOf(policy), StringComparison.Ordinal)
        .Replace("{because}", NameOf(because ?? policy), StringComparison.Ordinal)
        .Replace("{amount}", amount.ToString(), StringComparison.Ordinal);

    /// <summary>The default rules of the platform: facts §3.7, each with its basis.</summary>
    public static RuleBook Default { get; } = Read();

    /// <summary>Reads a rule from its JSON form; refuses (<see cref="JsonException"/>) what is none.</summary>
    public static StackingRule Parse(string json)
    {
        var rule = JsonSerializer.Deserialize<StackingRule>(json, Json) ?? throw new JsonException("No rule.");
        return rule.Concerns.Contains(null!) ? throw new JsonException("A policy is null.") : rule;
    }

    /// <summary>Writes a rule in its JSON form.</summary>
    public static string Write(StackingRule rule) => JsonSerializer.Serialize(rule, Json);

    /// <summary>What is wrong with a set of rules; empty when nothing is.</summary>
    public static IReadOnlyList<RuleFault> Check(IReadOnlyList<StackingRule> rules, IReadOnlyDictionary<string, string> policyNames)
    {
        var faults = new List<RuleFault>();
        for (var index = 0; index < rules.Count; index++)
        {
            var (rule, line) = (rules[index], index + 1);
            if (string.IsNullOrWhiteSpace(rule.Code) || rule.Code.Length > LongestCode) faults.Add(Fault("bounds", line, $"第 {line} 行规则的编号为空或超过 {LongestCode} 个字符"));
            if (rule is not (CountsAsIncome or DependsOnIncome) && string.IsNullOrWhiteSpace(rule.Text)) faults.Add(Fault("bounds", line, $"第 {line} 行规则 {rule.Code} 没有写明核减说明"));
            if (string.IsNullOrWhiteSpace(rule.Basis)) faults.Add(Fault("no-basis", line, $"第 {line} 行规则 {rule.Code} 没有写明依据"));
            if (rule.To < rule.From) faults.Add(Fault("bounds", line, $"第 {line} 行规则 {rule.Code} 的止期早于起期"));
            if (rule is Cap { Amount.Fen: < 0 }) faults.Add(Fault("bounds", line, $"第 {line} 行规则 {rule.Code} 的封顶额不能为负"));
            if (rule.Concerns.Count == 0 || (rule is Exclusive && rule.Concerns.Count < 2)) faults.Add(Fault("bounds", line, $"第 {line} 行规则 {rule.Code} 涉及的政策不够"));
            if (rule is Exclusive { Per: Per.Claim }) faults.Add(Fault("bounds", line, $"第 {line} 行规则 {rule.Code} 只能按人或按户互斥"));
            foreach (var policy in rule.Concerns.Where(policy => !policyNames.ContainsKey(policy)))
            {
                faults.Add(Fault("unknown-policy", line, $"第 {line} 行规则 {rule.Code} 提到的政策 {policy} 不存在"));
            }

            var overlap = rules.Take(index).FirstOrDefault(other => other.Code == rule.Code && other.From <= (rule.To ?? DateOnly.MaxValue) && rule.From <= (other.To ?? DateOnly.MaxValue));
            if (overlap is not null) faults.Add(Fault("overlap", line, $"第 {line} 行规则 {rule.Code} 与前面同号规则的日期重叠"));
        }

        if (FindCycle(rules) is { } cycle) faults.Add(cycle);
        return faults;
    }

    // Policies and views are the nodes: an aid feeds the views in which it counts, a view feeds the policies that read it,
    // and an aid that goes before others in a rule decides on those: without these edges two results could both stand.
    // Looked for from the views: two aids of one rule that decide on each other alone are decided at once and are no cycle.
    // Asked on each day on which some rule begins: between those days the graph does not change, except to lose edges.
    private static RuleFault? FindCycle(IReadOnlyList<StackingRule> rules)
    {
        foreach (var day in rules.Select(rule => rule.From).Distinct().Order())
        {
            var holding = rules.Where(rule => rule.HoldsOn(day)).ToList();
            var edges = holding.OfType<CountsAsIncome>().SelectMany(rule => rule.Policies.SelectMany(policy => rule.Views.Select(view => (From: policy, To: NameOf(view)))))
                .Concat(holding.OfType<DependsOnIncome>().Select(rule => (From: NameOf(rule.View), To: rule.Policy)))
                .Concat(holding.SelectMany(Decisions))
                .ToLookup(edge => edge.From, edge => edge.To);
            foreach (var view in holding.OfType<DependsOnIncome>().Select(rule => NameOf(rule.View)).Distinct().Order(StringComparer.Ordinal))
            {
                if (PathBack(edges, view, view, []) is not { } path) continue;
                var line = 1 + rules.ToList().FindIndex(rule => rule is DependsOnIncome depends && depends.Policy == path[0] && NameOf(depends.View) == view && rule.HoldsOn(day));
                return Fault("cycle", line, $"规则互相依赖成环：{string.Join(" → ", [.. path, path[0]])}（自 {day:yyyy-MM-dd} 起）");
            }
        }

        return null;
    }

    private static IEnumerable<(string From, string To)> Decisions(StackingRule rule) => rule is CountsAsIncome or DependsOnIncome
        ? []
        : from first in rule.Concerns.Index()
          from second in rule.Concerns.Index()
          where first.Item != second.Item && (first.Index < second.Index || rule is Exclusive { Keep: Keep.Highest })
          select (first.Item, second.Item);

    private static List<string>? PathBack(ILookup<string, string> edges, string at, string target, HashSet<string> seen)
    {
        foreach (var next in edges[at].Order(StringComparer.Ordinal))
        {
            if (next == target) return [next];
            if (!seen.Add(next)) continue;
            if (PathBack(edges, next, target, seen) is { } rest) return [next, .. rest];
        }

        return null;
    }

    private static string NameOf(IncomeView view) => JsonNamingPolicy.CamelCase.ConvertName(view.ToString());

    private static RuleFault Fault(string code, int line, FormattableString text) => new(code, line, text.ToString(CultureInfo.InvariantCulture));

    private static RuleBook Read()
    {
        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream("stacking-rules.json")!;
        var data = JsonSerializer.Deserialize<Data>(stream, Json)!;
        return new RuleBook(data.Rules, data.Policies);
    }

    private sealed record Data(IReadOnlyDictionary<string, string> Policies, IReadOnlyList<StackingRule> Rules);
}
