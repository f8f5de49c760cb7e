using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>What a policy gives (审核结果): one aid for one beneficiary and period.</summary>
/// <param name="MemberId">The beneficiary, where it is a person; otherwise the household.</param>
/// <param name="Period">The period it is for: yyyy-MM, yyyy, yyyy-Q1 … Q4, or yyyy-S1, yyyy-S2 for a school term.</param>
/// <param name="Nature">Cash, waiver and so on.</param>
/// <param name="Amount">What is given; above zero — a policy that gives nothing yields no decision.</param>
/// <param name="Trace">How it was computed (计算过程).</param>
/// <param name="Claim">The claim it pays (报销单据), where there is one.</param>
/// <param name="ClaimTotal">The whole of that claim, which all payers together never exceed.</param>
public sealed record Decision(
    Guid? MemberId,
    string Period,
    AidNature Nature,
    Money Amount,
    IReadOnlyList<TraceLine> Trace,
    string? Claim = null,
    Money? ClaimTotal = null);
