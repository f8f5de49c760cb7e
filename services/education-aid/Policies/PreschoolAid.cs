using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.EducationAid.Schools;

namespace Fupin.EducationAid.Policies;

/// <summary>Government aid for children in kindergarten (学前教育政府资助), in tiers of which a child has the highest only.</summary>
internal static class PreschoolAid
{
    public const string Code = "E1";

    // 依据：武发[2016]68号 三(三)：加大对农村低收入农户子女学前教育政府资助力度，优先享受
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var child in Pupils.Due(Code, Stages.Preschool, aidCase, parameters, decisions))
        {
            if (!child.Facts.Age.AtLeast(parameters.Number("E1.ageFrom")) || !child.Facts.Age.Under(parameters.Number("E1.ageTo") + 1))
            {
                decisions.Not(child.Id)?.Line("E1.not.age", parameters.Number("E1.ageFrom"), parameters.Number("E1.ageTo"));
                continue;
            }

            if (child.Record?.Kind == SchoolKind.Private)
            {
                decisions.Not(child.Id)?.Line("E1.not.inclusive");
                continue;
            }

            var tier = new HighestTier(parameters);
            tier.Take("E1.ordinary");
            tier.Take("E1.disabled", child.IsDisabled);
            tier.Take("E1.orphan", child.IsOrphan);
            tier.Take("E1.dibao", HighestTier.IsOnAllowance(aidCase));
            tier.Explain(decisions.Give(child.Id, child.Term.Period, AidNature.Cash, tier.Amount)?.Add(child.Term.Line(parameters)));
        }
    }
}
