using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Employment.Training;

namespace Fupin.Employment.Policies;

/// <summary>What a provider gets for each trainee who reached a certificate (职业技能培训补贴).</summary>
internal static class TrainingSubsidy
{
    public const string Code = "J1";

    // 依据：武发[2016]68号 三(五)：免费开展技能培训
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var certificates = aidCase.Records.Of<Certificate>().InOrder(Certificate.Earlier);
        if (certificates.IsEmpty)
        {
            decisions.Not()?.Line("J1.not.certificate");
            return;
        }

        var enrolments = aidCase.Records.Of<CourseEnrolment>();
        for (var index = 0; index < certificates.Length; index++)
        {
            var certificate = certificates[index];
            if (aidCase.Find(certificate.MemberId) is null)
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.member", certificate.CertificateNo);
            }
            else if (CertifiedTraining.CourseOf(certificate, enrolments) is not { } course)
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.course", certificate.CertificateNo, certificate.CourseNo);
            }
            else if (course.OrderedBy is not null)
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.ordered", certificate.CertificateNo);
            }
            else if (certificate.IssuedOn > aidCase.Month.Last || !CertifiedTraining.IsInForce(certificate, parameters))
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.date", certificate.CertificateNo, certificate.IssuedOn.ToString("yyyy-MM-dd"));
            }
            else if (aidCase.AlreadyGiven(Code, certificate.MemberId, CertifiedTraining.YearOf(certificate), certificate.CertificateNo))
            {
                decisions.Not(certificate.MemberId)?.Line("J1.not.again", certificate.CertificateNo);
            }
            else if (CertifiedTraining.NoPlace(certificates, index, enrolments, aidCase, parameters) is { } full)
            {
                decisions.Not(certificate.MemberId)?.Line(full, parameters.Number(full == "J1.not.most" ? "J1.most" : "J1.perYear"), certificate.CertificateNo);
            }
            else
            {
                Subsidise(certificate, course, parameters.On(certificate.IssuedOn), decisions);
            }
        }
    }

    private static void Subsidise(Certificate certificate, CourseEnrolment course, PolicyParameters values, Decisions decisions)
    {
        var standard = CertifiedTraining.Standard(certificate, course, values);
        var trace = decisions.Give(certificate.MemberId, CertifiedTraining.YearOf(certificate), AidNature.Reimbursement, standard, certificate.CertificateNo);
        if (trace is not null) CertifiedTraining.Explain(trace, certificate, course, values, standard);
    }
}
