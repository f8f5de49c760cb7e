using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Settlements;

namespace Fupin.MedicalAid.Policies;

/// <summary>
/// Children's special diseases (儿童特殊病种): a child treated for a disease of a programme in one of its hospitals pays by a fixed price,
/// of which basic insurance and medical aid bear their shares; there is no deductible. It takes the place of the four layers.
/// </summary>
internal static class ChildrenProgram
{
    public const string Code = "M5";

    private static readonly Part Part = new(
        static settled => settled.Program is { } program ? program.Basic + program.Aid : Money.Zero,
        Explain,
        static (in Settled settled) => settled.Standing ?? (settled.Bill.Disease is null ? "M5.not.disease" : settled.NotProgram!));

    // 依据：武发[2016]68号 四(三)(5)：儿童特殊病种
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions) => OneStop.Decide(aidCase, parameters, decisions, Part);

    /// <summary>What the programme pays, or the text that says which condition fails first.</summary>
    public static (ProgramPaid? Paid, string? NotBecause) Pay(Settlement bill, PolicyParameters parameters)
    {
        if (bill.Disease is not { } disease || DiseaseProgram.Of(disease, parameters) is not { } program) return (null, "M5.not.disease");
        if (bill.AgeAtMost >= program.AgeLimit) return (null, "M5.not.age");
        if (bill.HospitalCode is not { } hospital || !program.IsDesignated(hospital)) return (null, "M5.not.hospital");
        var charged = Money.Min(bill.Total, program.FixedPrice);
        var basic = Money.Min(charged, charged.Times(program.BasicShare));
        return (new ProgramPaid(charged, basic, Money.Min(charged - basic, charged.Times(program.AidShare))), null);
    }

    public static void Explain(in Settled settled, PolicyParameters then, Explanation lines)
    {
        var disease = settled.Bill.Disease!.Value;
        var paid = settled.Program!.Value;
        lines.Add(then.Line(DiseaseProgram.Ages[disease])).Add(then.Line(DiseaseProgram.Prices[disease]))
            .Add(then.Line("M5.charged", paid.Charged, settled.Bill.Total - paid.Charged))
            .Add(then.Line(DiseaseProgram.BasicShares[disease])).Add(then.Line(DiseaseProgram.AidShares[disease]))
            .Add(then.Line("M5.paid", paid.Basic, paid.Aid, paid.Charged - paid.Basic - paid.Aid));
    }
}

/// <summary>A programme for a children's special disease (儿童特殊病种救治), as dated parameters say it.</summary>
/// <param name="Code">The disease.</param>
/// <param name="AgeLimit">The age under which a child must be.</param>
/// <param name="FixedPrice">The price of the whole treatment (定额).</param>
/// <param name="BasicShare">The share of basic insurance, basis points.</param>
/// <param name="AidShare">The share of medical aid, basis points.</param>
/// <param name="DesignatedHospitals">The codes of its hospitals (定点医院), with commas between.</param>
internal sealed record DiseaseProgram(
    Disease Code, int AgeLimit, Money FixedPrice, int BasicShare, int AidShare, string DesignatedHospitals)
{
    public static readonly DiseaseNames Ages = new("M5", ".age");
    public static readonly DiseaseNames Prices = new("M5", ".price");
    public static readonly DiseaseNames BasicShares = new("M5", ".basic");
    public static readonly DiseaseNames AidShares = new("M5", ".aid");
    private static readonly DiseaseNames Hospitals = new("M5", ".hospitals");

    /// <summary>The programme of a disease on the day of the parameters; null where there is none.</summary>
    public static DiseaseProgram? Of(Disease disease, PolicyParameters parameters) => parameters.Find(Prices[disease]) is null
        ? null
        : new DiseaseProgram(
            disease, parameters.Number(Ages[disease]), parameters.Money(Prices[disease]), parameters.Ratio(BasicShares[disease]),
            parameters.Ratio(AidShares[disease]), parameters[Hospitals[disease]].Value);

    public bool IsDesignated(string hospital)
    {
        foreach (var one in DesignatedHospitals.AsSpan().Split(','))
        {
            if (DesignatedHospitals.AsSpan(one).Trim().SequenceEqual(hospital)) return true;
        }

        return false;
    }
}

/// <summary>What is paid by a programme (病种救治支付).</summary>
/// <param name="Charged">What the family is charged at most; beyond it the hospital bears the cost.</param>
/// <param name="Basic">The share of basic insurance.</param>
/// <param name="Aid">The share of medical aid.</param>
internal readonly record struct ProgramPaid(Money Charged, Money Basic, Money Aid);
