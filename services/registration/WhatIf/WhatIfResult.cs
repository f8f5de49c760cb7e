using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Registration.WhatIf;

/// <summary>What a trial found (试算结果): now, then, and the difference. Groups of fewer than a few households are left out of the tables by group.</summary>
internal sealed record WhatIfResult(
    int Households,
    Money Now,
    Money Then,
    IReadOnlyList<PolicyChange> Policies,
    IReadOnlyList<MonthChange> Months,
    IReadOnlyList<GroupChange> Towns,
    IReadOnlyList<GroupChange> Ages,
    IReadOnlyList<GroupChange> Classes,
    int Winners,
    int Losers,
    IReadOnlyList<Loser> LargestLosers);

/// <summary>What becomes of a policy (政策变化): how many aids, and what they come to.</summary>
internal sealed record PolicyChange(string Department, string Policy, string Name, int CountNow, int CountThen, Money Now, Money Then);

/// <summary>What becomes of a month's sum (月度预算变化).</summary>
internal sealed record MonthChange(AidMonth Month, Money Now, Money Then);

/// <summary>Who of a group wins and who loses (分组得失); null figures where the group is too small to be shown.</summary>
internal sealed record GroupChange(string Key, int? Households, int? Winners, int? Losers, Money? Difference);

/// <summary>A household that loses (减少较多的户), by its number.</summary>
internal sealed record Loser(Guid HouseholdId, string? Number, DivisionCode Village, HouseholdAttribute Attribute, Money Now, Money Then);
