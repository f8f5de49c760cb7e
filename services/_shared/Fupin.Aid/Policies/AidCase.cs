using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>
/// All that a policy may look at to decide on a household in a month (审核依据): what is not in here does not influence any aid.
/// Policies go over it for every household of a district, so it hands out spans: nothing is allocated to read it.
/// </summary>
public sealed class AidCase
{
    private readonly MemberFacts[] members;

    /// <summary>The case of a household (户) in a month (月份) with its facts (户情).</summary>
    public AidCase(Guid householdId, AidMonth month, HouseholdFacts facts)
    {
        (HouseholdId, Month, Facts) = (householdId, month, facts);
        members = facts.Members as MemberFacts[] ?? [.. facts.Members];
    }

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; }

    /// <summary>The month for which aid is decided (月份).</summary>
    public AidMonth Month { get; }

    /// <summary>Its facts (户情).</summary>
    public HouseholdFacts Facts { get; }

    /// <summary>Its members (家庭成员).</summary>
    public ReadOnlySpan<MemberFacts> Members => members;

    /// <summary>The month as the period of an aid: yyyy-MM.</summary>
    public string Period => Month.ToString();

    /// <summary>Granted aid that counts as income this month (计入收入的救助), from the last stacking.</summary>
    public IReadOnlyList<CountedAid> Counted { get; init; } = [];

    /// <summary>The department's own records on the household (部门自有记录), such as loans or settlements.</summary>
    public OwnRecords Records { get; init; } = OwnRecords.None;

    /// <summary>This department's items of earlier months that were not refused (以前月份的项目).</summary>
    public IReadOnlyList<EarlierItem> Earlier { get; init; } = [];

    /// <summary>The day the facts were told (户情日期), where that is known; nothing is decided by it.</summary>
    public DateOnly? FactsOn { get; init; }

    /// <summary>Whether the household left the register and keeps its aids for a while (政策保留期).</summary>
    public bool IsRetained { get; init; }

    /// <summary>The same case with other income that counts and other earlier items.</summary>
    public AidCase With(IReadOnlyList<CountedAid> counted, IReadOnlyList<EarlierItem> earlier) =>
        new(HouseholdId, Month, Facts) { Counted = counted, Earlier = earlier, Records = Records, IsRetained = IsRetained, FactsOn = FactsOn };

    /// <summary>The member with an id; null when there is none.</summary>
    public MemberFacts? Find(Guid memberId) => Array.Find(members, member => member.MemberId == memberId);

    /// <summary>What of granted aid counts as income in a view this month.</summary>
    public Money CountedIn(IncomeView view)
    {
        var sum = Money.Zero;
        for (var index = 0; index < Counted.Count; index++)
        {
            if (Counted[index].View == view) sum += Counted[index].Amount;
        }

        return sum;
    }

    /// <summary>Whether a policy already gave for a period, to this member or, without one, to the household; and for this claim, where one is named.</summary>
    public bool AlreadyGiven(string policy, Guid? memberId, string period, string? claim = null)
    {
        for (var index = 0; index < Earlier.Count; index++)
        {
            var item = Earlier[index];
            if (item.Policy == policy && item.MemberId == memberId && item.Period == period && (claim is null || item.Claim == claim)) return true;
        }

        return false;
    }
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
public sealed class OwnRecords
{
    /// <summary>No records.</summary>
    public static readonly OwnRecords None = new([]);

    private readonly Dictionary<Type, Array>? byType;

    /// <summary>Some records, kept in the order in which they come.</summary>
    public OwnRecords(IEnumerable<object> records)
    {
        foreach (var same in records.GroupBy(record => record.GetType()))
        {
            var array = Array.CreateInstance(same.Key, same.Count());
            foreach (var (index, record) in same.Index()) array.SetValue(record, index);
            (byType ??= []).Add(same.Key, array);
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count => byType?.Values.Sum(same => same.Length) ?? 0;

    /// <summary>All records of a type.</summary>
    public ReadOnlySpan<TRecord> Of<TRecord>()
        where TRecord : class => byType?.GetValueOrDefault(typeof(TRecord)) as TRecord[];
}
