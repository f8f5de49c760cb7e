using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>All that a policy may look at to decide on a household in a month (审核依据): what is not in here does not influence any aid.</summary>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Month">The month for which aid is decided (月份).</param>
/// <param name="Facts">Its facts (户情).</param>
public sealed record AidCase(Guid HouseholdId, AidMonth Month, HouseholdFacts Facts)
{
    /// <summary>Granted aid that counts as income this month (计入收入的救助), from the last stacking.</summary>
    public IReadOnlyList<CountedAid> Counted { get; init; } = [];

    /// <summary>The department's own records on the household (部门自有记录), such as loans or settlements.</summary>
    public OwnRecords Records { get; init; } = OwnRecords.None;

    /// <summary>This department's items of earlier months that were not refused (以前月份的项目).</summary>
    public IReadOnlyList<EarlierItem> Earlier { get; init; } = [];

    /// <summary>Whether the household left the register and keeps its aids for a while (政策保留期).</summary>
    public bool IsRetained { get; init; }

    /// <summary>What of granted aid counts as income in a view this month.</summary>
    public Money CountedIn(IncomeView view) => Money.Sum(Counted.Where(aid => aid.View == view).Select(aid => aid.Amount));

    /// <summary>Whether a policy already gave for a period, to this member or, without one, to the household.</summary>
    public bool AlreadyGiven(string policy, Guid? memberId, string period) =>
        Earlier.Any(item => item.Policy == policy && item.MemberId == memberId && item.Period == period);
}

/// <summary>An item this department proposed for an earlier month (以前月份的项目).</summary>
/// <param name="Policy">The policy code.</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Month">The month of its set.</param>
/// <param name="Amount">What was granted, or what was proposed where stacking has not answered yet.</param>
/// <param name="Claim">The claim it pays, where there is one.</param>
public sealed record EarlierItem(string Policy, Guid? MemberId, string Period, AidMonth Month, Money Amount, string? Claim = null);

/// <summary>A department's own records on one household (部门自有记录), of whatever types the department keeps.</summary>
/// <param name="records">The records.</param>
public sealed class OwnRecords(IEnumerable<object> records)
{
    private readonly List<object> all = [.. records];

    /// <summary>No records.</summary>
    public static readonly OwnRecords None = new([]);

    /// <summary>All records of a type.</summary>
    public IEnumerable<TRecord> Of<TRecord>() => all.OfType<TRecord>();
}
