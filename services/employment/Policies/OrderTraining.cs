using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Employers;
using Fupin.Employment.Training;

namespace Fupin.Employment.Policies;

/// <summary>
/// What is paid for a training that an employer ordered (订单式培训补贴), in two parts: one with the certificate, the other after some months
/// of work at that employer.
/// </summary>
internal static class OrderTraining
{
    public const string Code = "J2";

    // 依据：武发[2016]68号 四(三)(3)：开展订单式培训，定向输送就业
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var certificates = aidCase.Records.Of<Certificate>().InOrder(Certificate.Earlier);
        var enrolments = aidCase.Records.Of<CourseEnrolment>();
        var ordered = false;
        for (var index = 0; index < certificates.Length; index++)
        {
            var certificate = certificates[index];
            if (CertifiedTraining.CourseOf(certificate, enrolments) is not { OrderedBy: not null } course) continue;
            ordered = true;
            if (aidCase.Find(certificate.MemberId) is null)
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.member", certificate.CertificateNo);
            }
            else if (certificate.IssuedOn > aidCase.Month.Last || !CertifiedTraining.IsInForce(certificate, parameters))
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.date", certificate.CertificateNo, certificate.IssuedOn.ToString("yyyy-MM-dd"));
            }
            else if (aidCase.AlreadyGiven(Code, certificate.MemberId, CertifiedTraining.YearOf(certificate), certificate.CertificateNo))
            {
                PaySecond(certificate, course, aidCase, parameters, decisions);
            }
            else if (CertifiedTraining.NoPlace(certificates, index, enrolments, aidCase, parameters) is { } full)
            {
                decisions.Not(certificate.MemberId)?.Line(full, parameters.Number(full == "J1.not.most" ? "J1.most" : "J1.perYear"), certificate.CertificateNo);
            }
            else
            {
                PayFirst(certificate, course, parameters.On(certificate.IssuedOn), decisions);
            }
        }

        if (!ordered) decisions.Not()?.Line("J2.not.ordered");
    }

    private static void PayFirst(Certificate certificate, CourseEnrolment course, PolicyParameters values, Decisions decisions)
    {
        var standard = CertifiedTraining.Standard(certificate, course, values);
        var first = standard.Times(values.Ratio("J2.first"));
        var trace = decisions.Give(certificate.MemberId, CertifiedTraining.YearOf(certificate), AidNature.Reimbursement, first, certificate.CertificateNo);
        if (trace is null) return;
        CertifiedTraining.Explain(trace, certificate, course, values, standard);
        trace.Parameter("J2.first").Line("J2.part.first", first);
    }

    private static void PaySecond(Certificate certificate, CourseEnrolment course, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var claim = certificate.CertificateNo + CertifiedTraining.SecondPart;
        if (aidCase.EverGiven(Code, certificate.MemberId, claim))
        {
            decisions.Not(certificate.MemberId)?.Line("J1.not.again", certificate.CertificateNo);
            return;
        }

        var values = parameters.On(certificate.IssuedOn);
        var months = values.Number("J2.months");
        if (WorkedSince(certificate, course, months, aidCase) is not { } contract)
        {
            decisions.Not(certificate.MemberId)?.Line("J2.not.worked", months, certificate.CertificateNo);
            return;
        }

        var standard = CertifiedTraining.Standard(certificate, course, values);
        var first = standard.Times(values.Ratio("J2.first"));
        if (standard == first)
        {
            decisions.Not(certificate.MemberId)?.Line("J1.not.again", certificate.CertificateNo);
            return;
        }

        var done = contract.From.AddMonths(months).AddDays(-1);
        var trace = decisions.Give(certificate.MemberId, AidMonth.Of(done).ToString(), AidNature.Reimbursement, standard - first, claim);
        if (trace is null) return;
        CertifiedTraining.Explain(trace, certificate, course, values, standard);
        trace.Parameter("J2.months").Line("J2.worked", contract.Employer, contract.From.ToString("yyyy-MM-dd"), months).Line("J2.part.second", first, standard - first);
    }

    // The contract with the employer who ordered the course, once so many months of it are done.
    private static EmploymentContract? WorkedSince(Certificate certificate, CourseEnrolment course, int months, AidCase aidCase)
    {
        foreach (var contract in aidCase.Records.Of<EmploymentContract>().InOrder(EmploymentContract.Earlier))
        {
            if (contract.MemberId != certificate.MemberId || contract.EmployerCode != course.OrderedBy || contract.From < course.From) continue;
            var done = contract.From.AddMonths(months).AddDays(-1);
            if (done <= aidCase.Month.Last && contract.LastDay() >= done) return contract;
        }

        return null;
    }
}
