using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.EducationAid.SpecialEducation;

namespace Fupin.EducationAid.Policies;

/// <summary>What disabled students need for school, or for learning a trade (特殊教育、残障学生技能培训资助), decided case by case, up to a limit of its kind.</summary>
internal static class SpecialEducationAid
{
    public const string Code = "E11";

    // 依据：武发[2016]68号 三(三)：加大残障学生特殊教育和就业技能培训的帮扶力度，确保不因贫失学、辍学
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var recorded = aidCase.Records.Of<SpecialEducationCase>();
        if (recorded.IsEmpty)
        {
            decisions.Not()?.Line("E11.not.case");
            return;
        }

        foreach (var one in recorded.ToArray().OrderBy(one => one.CaseNo, StringComparer.Ordinal))
        {
            var period = one.StartsOn.Year.ToString(CultureInfo.InvariantCulture);
            if (aidCase.Find(one.MemberId)?.DisabilityType is null) decisions.Not(one.MemberId)?.Line("E11.not.disabled");
            else if (AidMonth.Of(one.StartsOn) > aidCase.Month) decisions.Not(one.MemberId)?.Line("E11.not.begun", one.CaseNo);
            else if (aidCase.AlreadyGiven(Code, one.MemberId, period, one.CaseNo)) decisions.Not(one.MemberId)?.Line("E11.not.again", one.CaseNo);
            else
            {
                var limit = LimitOf(one.Kind);
                var amount = Money.Min(one.Cost, parameters.Money(limit));
                decisions.Give(one.MemberId, period, AidNature.Reimbursement, amount, one.CaseNo, one.Cost)?
                    .Line("E11.case", one.CaseNo, one.Place, one.Cost)
                    .Parameter(limit)
                    .Line("E11.smaller", amount);
            }
        }
    }

    private static string LimitOf(SpecialEducationKind kind) => kind switch
    {
        SpecialEducationKind.SpecialSchool => "E11.specialSchool",
        SpecialEducationKind.HomeTeaching => "E11.homeTeaching",
        _ => "E11.skillTraining",
    };
}
