using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// The national programme for vocational students of registered households (雨露计划), half a year's sum by term, beside the waiver and the
/// grants. Whether the district pays it, and from when to when, are the dates of its amount.
/// </summary>
internal static class RainAndDew
{
    public const string Code = "E8";

    // 依据：国开办发[2015]19号：建档立卡贫困家庭子女参加中、高等职业教育，可同时享受国家职业教育资助政策
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var student in Pupils.Due(Code, Stages.AllVocational, aidCase, parameters, decisions))
        {
            if (parameters.Find("E8.amount") is null)
            {
                decisions.Not(student.Id)?.Line("E8.not.running");
                continue;
            }

            if (student.Latest?.IsFullTime == false)
            {
                decisions.Not(student.Id)?.Line("school.not.fullTime");
                continue;
            }

            decisions.Give(student.Id, student.Term.Period, AidNature.Cash, parameters.Money("E8.amount"))?
                .Add(student.Term.Line(parameters))
                .Line("E8.beside")
                .Parameter("E8.amount");
        }
    }
}
