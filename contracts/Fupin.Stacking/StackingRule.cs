using System.Text.Json.Serialization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Stacking;

/// <summary>A rule of stacking (叠加规则), dated, with its basis. What no rule forbids adds up.</summary>
/// <param name="Code">The code; two rows of one code never hold on the same day.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="To">The last day it holds; open when absent.</param>
/// <param name="Basis">The document it rests on.</param>
/// <param name="IsUnconfirmed">Whether no document was found and the client must confirm it ([NF]).</param>
/// <param name="Text">The sentence of a reduction, with {policy} and {because} for the names of the two aids.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Exclusive), "exclusive")]
[JsonDerivedType(typeof(NetOff), "netOff")]
[JsonDerivedType(typeof(Cap), "cap")]
[JsonDerivedType(typeof(OncePer), "oncePer")]
[JsonDerivedType(typeof(CountsAsIncome), "countsAsIncome")]
[JsonDerivedType(typeof(DependsOnIncome), "dependsOnIncome")]
public abstract record StackingRule(
    [property: JsonRequired] string Code, [property: JsonRequired] DateOnly From, DateOnly? To, [property: JsonRequired] string Basis, bool IsUnconfirmed,
    [property: JsonRequired] string Text)
{
    /// <summary>The policies the rule is about.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Concerns { get; }

    /// <summary>Whether the rule holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Whom a rule compares (比较范围).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Per>))]
public enum Per
{
    /// <summary>Aids of one person (每人).</summary>
    Person,

    /// <summary>Aids of one household, whoever of it they are for (每户).</summary>
    Household,

    /// <summary>Aids that pay one claim (每单).</summary>
    Claim,
}

/// <summary>Which of several exclusive aids stays (保留方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Keep>))]
public enum Keep
{
    /// <summary>The one named first (按次序).</summary>
    Rank,

    /// <summary>The highest, and of equal ones the one named first (就高).</summary>
    Highest,
}

/// <summary>The span over which a rule looks (期间).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Span>))]
public enum Span
{
    /// <summary>The period an item is for (该项所属期间).</summary>
    Period,

    /// <summary>The calendar year (自然年度).</summary>
    Year,

    /// <summary>For ever (终身).</summary>
    Ever,
}

/// <summary>Aids of which one household or person has only one (互斥).</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">The sentence.</param>
/// <param name="Policies">The policies, best first.</param>
/// <param name="Per">Within a person or a household.</param>
/// <param name="Keep">Which one stays.</param>
public sealed record Exclusive(
    string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] IReadOnlyList<string> Policies, [property: JsonRequired] Per Per, [property: JsonRequired] Keep Keep)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => Policies;
}

/// <summary>Payers of one claim, one after the other, each of what remains (依次抵扣).</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">The sentence.</param>
/// <param name="Chain">The policies in the order of paying.</param>
public sealed record NetOff(string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] IReadOnlyList<string> Chain)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => Chain;
}

/// <summary>The most that aids may come to together (封顶).</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">The sentence.</param>
/// <param name="Policies">The policies, the first to be granted first.</param>
/// <param name="Per">For a person or a household.</param>
/// <param name="Span">Over which span.</param>
/// <param name="Amount">The most, fen.</param>
public sealed record Cap(
    string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] IReadOnlyList<string> Policies, [property: JsonRequired] Per Per, [property: JsonRequired] Span Span, [property: JsonRequired] Money Amount)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => Policies;
}

/// <summary>Aids of which only one is given in a span (不重复享受).</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">The sentence.</param>
/// <param name="Policies">The policies, best first.</param>
/// <param name="Per">Per person, household or claim.</param>
/// <param name="Span">In which span.</param>
public sealed record OncePer(
    string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] IReadOnlyList<string> Policies, [property: JsonRequired] Per Per, [property: JsonRequired] Span Span)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => Policies;
}

/// <summary>Granted aid that counts as income (计入收入).</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">What the rule says, for people who read the rules.</param>
/// <param name="Policies">The policies that count.</param>
/// <param name="Views">In which ways of counting.</param>
public sealed record CountsAsIncome(
    string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] IReadOnlyList<string> Policies, [property: JsonRequired] IReadOnlyList<IncomeView> Views)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => Policies;
}

/// <summary>A policy that reads counted income together with granted aid (依赖收入口径); it proposes again when that changes.</summary>
/// <param name="Code">The code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Basis">The basis.</param>
/// <param name="IsUnconfirmed">[NF].</param>
/// <param name="Text">What the rule says.</param>
/// <param name="Policy">The policy.</param>
/// <param name="View">The view it reads.</param>
public sealed record DependsOnIncome(string Code, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed, string Text, [property: JsonRequired] string Policy, [property: JsonRequired] IncomeView View)
    : StackingRule(Code, From, To, Basis, IsUnconfirmed, Text)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Concerns => [Policy];
}
