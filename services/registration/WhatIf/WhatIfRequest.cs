using System.Text.Json;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Registration.WhatIf;

/// <summary>What is tried (试算方案): drafts of parameters and stacking rules, for whom, and for how many months.</summary>
/// <param name="Month">The first month.</param>
/// <param name="Months">How many months, 1 to 12.</param>
/// <param name="Division">Only households of a division; all of the officer's region without one.</param>
/// <param name="Attribute">Only households of a class (户属性).</param>
/// <param name="Parameters">Drafts of departments' parameters.</param>
/// <param name="Rules">Drafts of stacking rules, in their JSON form; one of a code that holds takes its place from its first day on.</param>
internal sealed record WhatIfRequest(
    AidMonth Month,
    int Months = 1,
    DivisionCode? Division = null,
    HouseholdAttribute? Attribute = null,
    IReadOnlyList<DraftedParameter>? Parameters = null,
    IReadOnlyList<JsonElement>? Rules = null);

/// <summary>A draft of a department's parameter (拟定参数).</summary>
internal sealed record DraftedParameter(string Department, string Name, string Value, DateOnly From, DateOnly? To = null);
