using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Certificates;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// The support of the extremely poor (特困人员供养、五保): members without ability to work, without income and without anybody who must
/// support them. It has a part for living, higher in a home for them, and one for care by the grade that was assessed.
/// </summary>
internal static class ExtremelyPoorSupport
{
    public const string Code = "B3";

    // 依据：武发[2016]68号 四(三)(4)：对无劳动能力的低保户和五保户实行财政兜底保障政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var life = Livelihood.Of(aidCase, parameters);
        if (life.WhyNotSupported() is { } failed)
        {
            decisions.Not()?.Line(failed);
            return;
        }

        var standard = life.Terms.Standard;
        foreach (var member in aidCase.Members)
        {
            if (!life.IsSupported(member))
            {
                decisions.Not(member.MemberId)?.Line("B3.not.single");
                continue;
            }

            var assessed = AssessmentOf(aidCase, member);
            var isInHome = assessed?.Place == SupportPlace.InHome;
            var ratio = isInHome ? "B3.ratio.home" : "B3.ratio";
            var living = RoundUp(standard.Times(parameters.Ratio(ratio)), life.Terms.Unit);
            var care = assessed?.Grade switch { CareGrade.Full => "B3.care.full", CareGrade.Half => "B3.care.half", CareGrade.None => "B3.care.none", _ => null };
            var amount = care is null ? living : living + parameters.Money(care);

            // In a home it is the home that is paid for what it does.
            var trace = decisions.Give(member.MemberId, aidCase.Period, isInHome ? AidNature.Service : AidNature.Cash, amount)?
                .Line(life.IsConfirmed ? "B3.confirmed" : "B3.found")
                .Parameter("B1.standard")
                .Parameter(ratio)
                .Line("B3.living", standard, parameters[ratio].Value, living);
            _ = care is null ? trace?.Line("B3.care.unknown") : trace?.Line("B3.care.assessed", assessed!.AssessedOn).Parameter(care);
            trace?.Line("B3.amount", amount);
        }
    }

    // The latest one that was made by the end of the month, while it is valid.
    private static CareAssessment? AssessmentOf(AidCase aidCase, MemberFacts member)
    {
        CareAssessment? latest = null;
        foreach (var assessment in aidCase.Records.Of<CareAssessment>())
        {
            if (assessment.MemberId != member.MemberId || assessment.AssessedOn > aidCase.Month.Last) continue;
            if (latest is null || assessment.AssessedOn > latest.AssessedOn) latest = assessment;
        }

        return latest?.ValidTo < aidCase.Month.First ? null : latest;
    }

    private static Money RoundUp(Money amount, Money unit) => unit * checked((int)((amount.Fen + unit.Fen - 1) / unit.Fen));
}
