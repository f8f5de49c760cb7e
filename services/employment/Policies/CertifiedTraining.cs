using Fupin.Aid.Policies;
using Fupin.Contracts.Values;
using Fupin.Employment.Training;

namespace Fupin.Employment.Policies;

/// <summary>What the two training subsidies have in common (培训补贴共同规则): the standard, and how many certificates of a person are subsidised.</summary>
internal static class CertifiedTraining
{
    /// <summary>What sets the claim of the second instalment of an ordered training apart: a claim of the certificate alone is subsidised once.</summary>
    public const string SecondPart = "#2";

    /// <summary>The enrolment that a certificate came from; null when it is not known.</summary>
    public static CourseEnrolment? CourseOf(Certificate certificate, ReadOnlySpan<CourseEnrolment> enrolments)
    {
        foreach (var enrolment in enrolments)
        {
            if (enrolment.MemberId == certificate.MemberId && enrolment.CourseNo == certificate.CourseNo) return enrolment;
        }

        return null;
    }

    // 依据：武发[2016]68号 三(五)、四(三)(2)：免费精准培训 — the whole standard for low-income households
    public static Money Standard(Certificate certificate, CourseEnrolment course, PolicyParameters parameters) =>
        parameters.Money(LevelOf(certificate.Level)).Times(parameters.Ratio(TradeOf(course.Trade))).Times(parameters.Ratio("J1.share"));

    public static void Explain(Explanation trace, Certificate certificate, CourseEnrolment course, PolicyParameters parameters, Money standard) => trace
        .Line("J1.course", course.CourseNo, course.Provider, certificate.CertificateNo, certificate.IssuedOn.ToString("yyyy-MM-dd"))
        .Add(parameters.Line(LevelOf(certificate.Level)))
        .Add(parameters.Line(TradeOf(course.Trade)))
        .Add(parameters.Line("J1.share"))
        .Line("J1.standard", standard);

    /// <summary>
    /// Which text says that a certificate finds no place; null when it has one. Certificates take a person's places in the order of their
    /// dates, so many a year and so many in all, whichever of the two subsidies they belong to.
    /// </summary>
    public static string? NoPlace(
        ReadOnlySpan<Certificate> certificates, int at, ReadOnlySpan<CourseEnrolment> enrolments, AidCase aidCase, PolicyParameters parameters)
    {
        var (wanted, perYear, most) = (certificates[at], parameters.Number("J1.perYear"), parameters.Number("J1.most"));
        var (total, year, inYear) = (0, 0, 0);
        for (var index = 0; index <= at; index++)
        {
            var one = certificates[index];
            if (one.MemberId != wanted.MemberId || CourseOf(one, enrolments) is null || !IsInForce(one, parameters)) continue;
            if (one.IssuedOn.Year != year) (year, inYear) = (one.IssuedOn.Year, 0);
            var taken = total >= most ? "J1.not.most" : inYear >= perYear ? "J1.not.year" : null;
            if (index == at && taken is not null) return taken;
            if (taken is null) (total, inYear) = (total + 1, inYear + 1);
        }

        // What was given already stays, even where a certificate with an earlier date turned up since.
        var (given, givenInYear) = Given(wanted, aidCase);
        return given >= most ? "J1.not.most" : givenInYear >= perYear ? "J1.not.year" : null;
    }

    /// <summary>Whether the subsidy existed when the certificate was issued.</summary>
    public static bool IsInForce(Certificate certificate, PolicyParameters parameters) => parameters.On(certificate.IssuedOn).Find("J1.share") is not null;

    /// <summary>The year of a certificate as the period of its subsidy.</summary>
    public static string YearOf(Certificate certificate) => certificate.IssuedOn.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static (int All, int InYear) Given(Certificate wanted, AidCase aidCase)
    {
        var (all, inYear, year) = (0, 0, YearOf(wanted));
        for (var index = 0; index < aidCase.Earlier.Count; index++)
        {
            var item = aidCase.Earlier[index];
            if (item.Policy is not (TrainingSubsidy.Code or OrderTraining.Code) || item.MemberId != wanted.MemberId) continue;
            if (item.Claim == wanted.CertificateNo || item.Claim?.EndsWith(SecondPart, StringComparison.Ordinal) == true) continue;
            all++;
            if (item.Period == year) inYear++;
        }

        return (all, inYear);
    }

    private static string LevelOf(SkillLevel level) => level switch
    {
        SkillLevel.Junior => "J1.junior",
        SkillLevel.Intermediate => "J1.intermediate",
        _ => "J1.senior",
    };

    private static string TradeOf(TrainingTrade trade) => trade switch
    {
        TrainingTrade.Farming => "J1.trade.farming",
        TrainingTrade.Housekeeping => "J1.trade.housekeeping",
        TrainingTrade.ElderlyCare => "J1.trade.elderlyCare",
        TrainingTrade.Cooking => "J1.trade.cooking",
        TrainingTrade.ElectricalWork => "J1.trade.electricalWork",
        TrainingTrade.Machines => "J1.trade.machines",
        TrainingTrade.ECommerce => "J1.trade.eCommerce",
        _ => "J1.trade.other",
    };
}
