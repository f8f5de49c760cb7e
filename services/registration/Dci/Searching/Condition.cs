using System.Text.Json;
using Fupin.Registration.Dci.Messages;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci.Searching;

/// <summary>A condition on households (查询条件), out of any of the specification's three ways to ask.</summary>
internal abstract record Condition
{
    public sealed record All(IReadOnlyList<Condition> Of) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

    public sealed record Not(Condition Of) : Condition;

    /// <summary>An attribute compared with a value; the operators are those of ExpOperator: gt, lt, eq, ge, le, in.</summary>
    public sealed record Compare(string Attribute, string Operator, JsonElement Value) : Condition;

    /// <summary>A household or person by its identifier.</summary>
    public sealed record Identified(PartnerIdentifier Type, string Value) : Condition;
}

/// <summary>Reads RegistryQueries of registry_core_api 1.0.0 (读取查询).</summary>
internal sealed class QueryReader
{
    private const int MostComparisons = 20;
    private const int Deepest = 5;
    private const int LongestName = 50;
    private static readonly Dictionary<string, string> NoSql = new()
    {
        ["$eq"] = "eq", ["$lt"] = "lt", ["$lte"] = "le", ["$le"] = "le", ["$gt"] = "gt", ["$gte"] = "ge", ["$ge"] = "ge", ["$in"] = "in",
    };

    private int comparisons;
    private Refusal? refusal;

    public static (Condition? Condition, Refusal? Refusal) Read(string? type, JsonElement query)
    {
        var reader = new QueryReader();
        var condition = type switch
        {
            "idtype-value" => reader.Identifier(query),
            "predicate" => reader.Predicates(query),
            "expression" => reader.Template(query),
            _ => reader.No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryType)),
        };
        return reader.refusal is null ? (condition, null) : (null, reader.refusal);
    }

    private Condition? Identifier(JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Object || Text(query, "type") is not { } type || !query.TryGetProperty("value", out var value)) return Shapeless();
        if (!Vocabulary.Dci.IdentifierTypes.TryGetValue(type, out var known)) return No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.IdentifierType));
        return value.ValueKind == JsonValueKind.String ? new Condition.Identified(known, value.GetString()!.Trim()) : No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.IdentifierValue));
    }

    // Of several elements all must hold; seq_num only orders them, which changes nothing then.
    private Condition? Predicates(JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Array || query.GetArrayLength() == 0) return Shapeless();
        return AllOf(query.EnumerateArray().Select(Predicate));
    }

    private Condition? Predicate(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("expression1", out var one) || Comparison(one) is not { } first) return Shapeless();
        if (!element.TryGetProperty("expression2", out var other)) return Text(element, "condition") == "not" ? new Condition.Not(first) : first;
        if (Comparison(other) is not { } second) return Shapeless();
        return Text(element, "condition") switch
        {
            "and" => new Condition.All([first, second]),
            "or" => new Condition.Any([first, second]),
            "not" => new Condition.All([first, new Condition.Not(second)]),
            _ => Shapeless(),
        };
    }

    private Condition? Comparison(JsonElement expression) =>
        expression.ValueKind == JsonValueKind.Object && Text(expression, "attribute_name") is { } attribute && Text(expression, "operator") is { } how
        && expression.TryGetProperty("attribute_value", out var value)
            ? Compare(attribute, how, value)
            : Shapeless();

    // Sql or GraphQl would be a language to run as it comes; only the object form of conditions is taken.
    private Condition? Template(JsonElement query)
    {
        var inside = query.ValueKind == JsonValueKind.Object && Text(query, "type") is { } type && type.EndsWith("NoSql", StringComparison.Ordinal)
            && query.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
            && expression.TryGetProperty("query", out var conditions)
                ? conditions
                : default;
        return inside.ValueKind == JsonValueKind.Object ? Conditions(inside, 0) : No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryLanguage));
    }

    private Condition? Conditions(JsonElement element, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object) return No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryLanguage));
        if (depth > Deepest) return No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryTooLarge));
        return AllOf(element.EnumerateObject().Select(member => member.Name switch
        {
            "$and" when member.Value.ValueKind == JsonValueKind.Array => AllOf(member.Value.EnumerateArray().Select(one => Conditions(one, depth + 1))),
            "$or" when member.Value.ValueKind == JsonValueKind.Array => AnyOf(member.Value.EnumerateArray().Select(one => Conditions(one, depth + 1))),
            "$not" => Conditions(member.Value, depth + 1) is { } inner ? new Condition.Not(inner) : null,
            _ when member.Value.ValueKind == JsonValueKind.Object => AllOf(member.Value.EnumerateObject().Select(how => NoSql.TryGetValue(how.Name, out var known)
                ? Compare(member.Name, known, how.Value)
                : No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryLanguage)))),
            _ => No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryLanguage)),
        }));
    }

    private Condition? Compare(string attribute, string how, JsonElement value) =>
        ++comparisons > MostComparisons || attribute.Length > LongestName ? No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryTooLarge)) : new Condition.Compare(attribute, how, value);

    private Condition? AllOf(IEnumerable<Condition?> of) => Whole(of) switch { null => null, [var single] => single, var all => new Condition.All(all) };

    private Condition? AnyOf(IEnumerable<Condition?> of) => Whole(of) switch { null => null, [var single] => single, var any => new Condition.Any(any) };

    // Nothing to compare would mean everybody: that must be asked for otherwise.
    private List<Condition>? Whole(IEnumerable<Condition?> of)
    {
        var whole = new List<Condition>();
        foreach (var one in of)
        {
            if (one is null || refusal is not null) return null;
            whole.Add(one);
        }

        if (whole.Count > 0) return whole;
        Shapeless();
        return null;
    }

    private Condition? Shapeless() => No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryShape));

    private Condition? No(Refusal why)
    {
        refusal ??= why;
        return null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
