using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>What a policy gives (审核结果): one aid for one beneficiary and period.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="MemberId">The beneficiary, where it is a person; otherwise the household.</param>
/// <param name="Period">The period it is for: yyyy-MM, yyyy, yyyy-Q1 … Q4, or yyyy-S1, yyyy-S2 for a school term.</param>
/// <param name="Nature">Cash, waiver and so on.</param>
/// <param name="Amount">What is given; above zero — a policy that gives nothing yields no decision.</param>
/// <param name="Claim">The claim it pays (报销单据), where there is one.</param>
/// <param name="ClaimTotal">The whole of that claim, which all payers together never exceed.</param>
/// <param name="Trace">How it was computed (计算过程); null where nobody asked.</param>
public readonly record struct Decision(
    Policy Policy, Guid? MemberId, string Period, AidNature Nature, Money Amount, string? Claim, Money? ClaimTotal, Explanation? Trace);

/// <summary>Why a policy gives nothing (不予发放的原因): the first condition that fails, for a member or for the household.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="MemberId">The member it is about; the household where there is none.</param>
/// <param name="Reason">The condition, and what was found instead.</param>
public readonly record struct NotGiven(Policy Policy, Guid? MemberId, Explanation Reason);

/// <summary>How much a run of policies says (说明程度).</summary>
public enum Detail
{
    /// <summary>Amounts only, for many households at once (只算金额).</summary>
    Amounts,

    /// <summary>How each amount was computed as well (含计算过程).</summary>
    Traces,

    /// <summary>And why a policy gives nothing (含不发原因).</summary>
    WhyNot,
}

/// <summary>
/// Where policies put what they decide (审核结果汇总). One object serves many households, one after the other; what is not asked for costs
/// nothing: <see cref="Give"/> and <see cref="Not"/> return null then, and a line added with <c>?.</c> is not even computed.
/// </summary>
public sealed class Decisions(Detail detail)
{
    private readonly List<Decision> given = [];
    private readonly List<NotGiven> notGiven = [];
    private PolicyParameters? parameters;
    private Policy? policy;

    /// <summary>What was decided, in the order of the policies.</summary>
    public IReadOnlyList<Decision> Given => given;

    /// <summary>What was decided, without copying.</summary>
    public ReadOnlySpan<Decision> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(given);

    /// <summary>Why policies gave nothing; empty unless asked for.</summary>
    public IReadOnlyList<NotGiven> NotGiven => notGiven;

    /// <summary>Forgets what was decided, for the next household.</summary>
    public void Clear()
    {
        given.Clear();
        notGiven.Clear();
    }

    /// <summary>Gives an aid; the lines of its calculation are added to what is returned, if that is wanted. Refuses (<see cref="InvalidOperationException"/>) an amount that is not above zero.</summary>
    public Explanation? Give(Guid? memberId, string period, AidNature nature, Money amount, string? claim = null, Money? claimTotal = null)
    {
        if (amount <= Money.Zero) throw new InvalidOperationException($"{policy!.Code} decided on an amount that is not above zero.");
        var trace = detail == Detail.Amounts ? null : new Explanation(parameters!);
        given.Add(new Decision(policy!, memberId, period, nature, amount, claim, claimTotal, trace));
        return trace;
    }

    /// <summary>Says that the policy gives nothing to a member, or to the household; the condition that failed is added to what is returned, if that is wanted.</summary>
    public Explanation? Not(Guid? memberId = null)
    {
        if (detail != Detail.WhyNot) return null;
        var reason = new Explanation(parameters!);
        notGiven.Add(new NotGiven(policy!, memberId, reason));
        return reason;
    }

    internal void Run(Policy next, AidCase aidCase, PolicyParameters values)
    {
        (policy, parameters) = (next, values);
        next.Decide(aidCase, values, this);
    }
}

/// <summary>The lines that explain a decision (计算过程): what was looked at, what was found, and how the amount comes about.</summary>
public sealed class Explanation(PolicyParameters parameters)
{
    private readonly List<TraceLine> lines = [];

    /// <summary>The lines, in order.</summary>
    public IReadOnlyList<TraceLine> Lines => lines;

    /// <summary>Adds a line after its text in the data, with figures put in.</summary>
    public Explanation Line(string name, params object[] figures) => Add(parameters.Line(name, figures));

    /// <summary>Adds a parameter as a line: what it is, its value, its basis.</summary>
    public Explanation Parameter(string name) => Add(parameters.Line(name));

    /// <summary>Adds a line.</summary>
    public Explanation Add(TraceLine line)
    {
        lines.Add(line);
        return this;
    }

    /// <summary>Adds some lines.</summary>
    public Explanation Add(IEnumerable<TraceLine> some)
    {
        lines.AddRange(some);
        return this;
    }
}
