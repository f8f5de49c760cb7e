using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Relief;

namespace Fupin.SocialAssistance.Policies;

/// <summary>
/// Charity (慈善救助): a fixed sum by disease and class of household, once a year for a person. It is the last in line: where it is about a
/// medical settlement, stacking leaves it what all other payers left.
/// </summary>
internal static class CharityRelief
{
    public const string Code = "B11";

    // 依据：facts §3.3 B11（S59）：常州慈善 2013，低保家庭 6000 元，边缘和一般家庭较低
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var applications = aidCase.Records.Of<CharityApplication>();
        if (applications.IsEmpty)
        {
            decisions.Not()?.Line("B11.not.application");
            return;
        }

        foreach (var application in applications)
        {
            if (WhyNot(application, aidCase, parameters) is { } failed)
            {
                decisions.Not(application.MemberId)?.Line("B11.application", application.Number).Line(failed);
                continue;
            }

            var life = Livelihood.Of(aidCase, parameters);
            var of = ClassOf(life, aidCase, application.MemberId, parameters);
            var sum = SumOf(application.Disease, of);
            var trace = decisions.Give(application.MemberId, YearOf(application), AidNature.Cash, parameters.Money(sum), application.Claim, application.Cost);
            if (trace is null) continue;
            trace.Line("B11.application", application.Number).Line(TextOf(of)).Parameter(sum);
            if (of == FamilyClass.Edge) trace.Parameter("B11.edge");
            if (application.SettlementNo is not null) trace.Line("B11.last");
        }
    }

    private static string? WhyNot(CharityApplication application, AidCase aidCase, PolicyParameters parameters)
    {
        if (aidCase.Find(application.MemberId) is null) return "B11.not.here";
        var month = AidMonth.Of(application.On);
        if (month > aidCase.Month || month < aidCase.Month.AddMonths(-parameters.Number("B11.reach"))) return "B11.not.month";
        if (aidCase.AlreadyGiven(Code, application.MemberId, YearOf(application))) return "B11.not.again";
        foreach (var other in aidCase.Records.Of<CharityApplication>())
        {
            if (other.MemberId != application.MemberId || other.On.Year != application.On.Year) continue;
            var isFirst = other.On < application.On || (other.On == application.On && string.CompareOrdinal(other.Number, application.Number) < 0);
            // One that is too old to be looked at and was not given does not stand in the way.
            if (isFirst && AidMonth.Of(other.On) >= aidCase.Month.AddMonths(-parameters.Number("B11.reach"))) return "B11.not.again";
        }

        return null;
    }

    private static FamilyClass ClassOf(Livelihood life, AidCase aidCase, Guid patient, PolicyParameters parameters)
    {
        if (life.IsOnSupport(aidCase.Find(patient)!)) return FamilyClass.OnSupport;
        var isEdge = life.Persons > 0 && life.Family.IsWithin(life.Terms.Standard.Times(parameters.Ratio("B11.edge")), life.Persons);
        return isEdge ? FamilyClass.Edge : FamilyClass.Ordinary;
    }

    private static string YearOf(CharityApplication application) => application.On.Year.ToString(CultureInfo.InvariantCulture);

    private static string TextOf(FamilyClass of) => of switch
    {
        FamilyClass.OnSupport => "B11.class.support",
        FamilyClass.Edge => "B11.class.edge",
        _ => "B11.class.ordinary",
    };

    private static string SumOf(CharityDisease disease, FamilyClass of) => (disease, of) switch
    {
        (CharityDisease.Cancer, FamilyClass.OnSupport) => "B11.cancer.support",
        (CharityDisease.Cancer, FamilyClass.Edge) => "B11.cancer.edge",
        (CharityDisease.Cancer, _) => "B11.cancer.ordinary",
        (CharityDisease.Leukaemia, FamilyClass.OnSupport) => "B11.leukaemia.support",
        (CharityDisease.Leukaemia, FamilyClass.Edge) => "B11.leukaemia.edge",
        (CharityDisease.Leukaemia, _) => "B11.leukaemia.ordinary",
        (_, FamilyClass.OnSupport) => "B11.dialysis.support",
        (_, FamilyClass.Edge) => "B11.dialysis.edge",
        _ => "B11.dialysis.ordinary",
    };

    /// <summary>The classes of households by which charity differs (家庭类别).</summary>
    private enum FamilyClass
    {
        /// <summary>On basic support (低保、特困家庭).</summary>
        OnSupport,

        /// <summary>A little above it (低保边缘家庭).</summary>
        Edge,

        /// <summary>Any other (一般低收入家庭).</summary>
        Ordinary,
    }
}
