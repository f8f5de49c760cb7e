using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.SocialAssistance.Allowances;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The allowance for high age (高龄津贴), by age, for whoever does not have one of another office already; and, as imported, the regular
/// allowances of other offices (养老金、计生奖扶).
/// </summary>
internal static class HighAgeAllowance
{
    public const string Code = ImportedAllowances.Regular;

    private static readonly string[] Bands = ["B9.band1", "B9.band2", "B9.band3"];

    // 依据：facts §3.3 B9、§2.2（S36 S57）
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        if (!aidCase.Records.Of<OtherAllowance>().IsEmpty) ImportedAllowances.Decide(Code, "B9.not.record", aidCase, decisions);
        var ages = parameters.Numbers("B9.ages");
        foreach (var member in aidCase.Members)
        {
            var band = BandOf(member, ages);
            if (band < 0)
            {
                decisions.Not(member.MemberId)?.Line("B9.not.age", ages[0]);
                continue;
            }

            if (HasOne(member, aidCase))
            {
                decisions.Not(member.MemberId)?.Line("B9.not.imported");
                continue;
            }

            decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, parameters.Money(Bands[band]), "highAge")?
                .Line("B9.person", ages[band])
                .Parameter(Bands[band]);
        }
    }

    // The highest band that is reached.
    private static int BandOf(MemberFacts member, IReadOnlyList<int> ages)
    {
        if (!member.Age.AtLeast(ages[0])) return -1;
        var band = Math.Min(ages.Count, Bands.Length) - 1;
        while (band >= 0 && !member.Age.AtLeast(ages[band])) band--;
        return band;
    }

    private static bool HasOne(MemberFacts member, AidCase aidCase)
    {
        foreach (var allowance in aidCase.Records.Of<OtherAllowance>())
        {
            if (allowance.Kind == AllowanceKind.HighAge && allowance.MemberId == member.MemberId && allowance.IsPaidIn(aidCase.Month)) return true;
        }

        return false;
    }
}
