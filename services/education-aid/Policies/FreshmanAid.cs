using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// Aid for those who begin at a university (大学新生资助), once in a life, and what donors give to the student they stand by (“一对一”资助).
/// </summary>
internal static class FreshmanAid
{
    public const string Code = "E10";

    // 依据：武发[2016]68号 三(三)：开展低收入家庭大学生、烈军属“一对一”资助帮扶活动
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var student in Pupils.Due(Code, Stages.University, aidCase, parameters, decisions))
        {
            if (student.Term.IsSpring || !IsFirstYear(student)) decisions.Not(student.Id)?.Line("E10.not.freshman");
            else if (GivenBefore(aidCase, student.Id) is { } before) decisions.Not(student.Id)?.Line("E10.not.again", before.Period);
            else
            {
                decisions.Give(student.Id, student.Term.Period, AidNature.Cash, parameters.Money("E10.freshman"))?
                    .Add(student.Term.Line(parameters))
                    .Parameter("E10.freshman");
            }
        }

        DonorsGift.Decide(aidCase, decisions);
    }

    // The register tells the year of higher vocational students; of all others the school does.
    private static bool IsFirstYear(in Pupil student) =>
        student.Stage == StudentStatus.HigherVocational1 || (student.Stage == StudentStatus.College && student.Record?.Grade == 1);

    private static EarlierItem? GivenBefore(AidCase aidCase, Guid student)
    {
        foreach (var item in aidCase.Earlier)
        {
            if (item.Policy == Code && item.MemberId == student && item.Claim is null) return item;
        }

        return null;
    }
}
