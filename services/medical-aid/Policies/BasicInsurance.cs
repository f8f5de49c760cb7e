using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>Basic medical insurance (基本医疗保险), the first layer: by level of hospital and number of the stay.</summary>
internal static class BasicInsurance
{
    public const string Code = "M1";

    // 依据：武发[2016]68号 三(六)：不断提高医疗保险和救助水平；四(三)(5)：逐年提高低收入人口住院费用报销比例
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) =>
        OneStop.Decide(aidCase, parameters, decisions, static settled => settled.Basic);

    public static Layer Pay(Settlement bill, PolicyParameters parameters)
    {
        var level = string.Create(CultureInfo.InvariantCulture, $"level{(int)bill.HospitalLevel}");
        return Layer.Above(Code, bill.InScope, Deductible(bill.VisitNo, level, parameters), $"M1.ratio.{level}", bill.Before.Basic, parameters);
    }

    // The second stay of a year has a lower deductible, further ones a lower one still.
    private static Money Deductible(int visit, string level, PolicyParameters parameters)
    {
        var whole = parameters.Money($"M1.deductible.{level}");
        return visit switch
        {
            <= 1 => whole,
            2 => whole.Times(parameters.Ratio("M1.second")),
            _ => whole.Times(parameters.Ratio("M1.further")),
        };
    }
}
