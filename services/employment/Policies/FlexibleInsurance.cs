using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Employment.Employers;

namespace Fupin.Employment.Policies;

/// <summary>A share of the insurance that a person without an employer pays alone (灵活就业社会保险补贴), for those hard to place by age.</summary>
internal static class FlexibleInsurance
{
    public const string Code = "J7";

    // 依据：武发[2016]68号 三(五)；就业困难人员灵活就业社会保险补贴（facts §3.2 J7，S51 S52）
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var registrations = aidCase.Records.Of<FlexibleWork>();
        if (registrations.IsEmpty)
        {
            decisions.Not()?.Line("J7.not.registered");
            return;
        }

        var payments = aidCase.Records.Of<InsurancePayment>().InOrder(InsurancePayment.Earlier);
        foreach (var member in aidCase.Members)
        {
            if (!IsRegistered(registrations, member.MemberId))
            {
                decisions.Not(member.MemberId)?.Line("J7.not.registered");
                continue;
            }

            var standard = member.Sex == Sex.Female ? "J7.women" : "J7.men";
            if (!member.Age.AtLeast(parameters.Number(standard)))
            {
                decisions.Not(member.MemberId)?.Line("J7.not.age", parameters.Number("J7.women"), parameters.Number("J7.men"));
                continue;
            }

            var (window, inTime) = (parameters.Number("J7.claimMonths"), false);
            foreach (var payment in payments)
            {
                if (payment.MemberId != member.MemberId || payment.EmployerCode is not null) continue;
                if (payment.Month > aidCase.Month || payment.Month.AddMonths(window) <= aidCase.Month) continue;
                inTime = true;
                Subsidise(member, payment, payments, registrations, aidCase, parameters, decisions);
            }

            if (!inTime) decisions.Not(member.MemberId)?.Line("J7.not.paid", window);
        }
    }

    private static void Subsidise(
        MemberFacts member, InsurancePayment payment, ReadOnlySpan<InsurancePayment> payments, ReadOnlySpan<FlexibleWork> registrations, AidCase aidCase,
        PolicyParameters parameters, Decisions decisions)
    {
        var (values, period, amount) = (parameters.On(payment.Month.Last), payment.Month.ToString(), Money.Zero);
        if (values.Find("J7.share") is not null) amount = payment.ByPerson.Times(values.Ratio("J7.share"));
        if (amount == Money.Zero)
        {
            decisions.Not(member.MemberId)?.Line("J7.not.before", period);
        }
        else if (RegistrationIn(registrations, member.MemberId, payment.Month) is not { } registration)
        {
            decisions.Not(member.MemberId)?.Line("J7.not.month", period);
        }
        else if (IsEmployed(aidCase, member.MemberId, payment.Month))
        {
            decisions.Not(member.MemberId)?.Line("J7.not.employed", period);
        }
        else if (aidCase.AlreadyGiven(Code, member.MemberId, period))
        {
            decisions.Not(member.MemberId)?.Line("J7.not.again", period);
        }
        else
        {
            var most = parameters.Number(registration.IsNearRetirement ? "J7.monthsNear" : "J7.months");
            var used = MonthsBefore(payments, member.MemberId, payment.Month);
            if (used >= most)
            {
                decisions.Not(member.MemberId)?.Line("J7.not.used", used, most);
                return;
            }

            decisions.Give(member.MemberId, period, AidNature.Reimbursement, amount)?
                .Line("J7.work", registration.Occupation, registration.From.ToString("yyyy-MM-dd"))
                .Parameter(member.Sex == Sex.Female ? "J7.women" : "J7.men")
                .Line("J7.used", used, most)
                .Line("J7.paid", period, payment.ByPerson)
                .Add(values.Line("J7.share"))
                .Line("J7.subsidy", amount);
        }
    }

    private static bool IsRegistered(ReadOnlySpan<FlexibleWork> registrations, Guid memberId)
    {
        foreach (var registration in registrations)
        {
            if (registration.MemberId == memberId) return true;
        }

        return false;
    }

    private static FlexibleWork? RegistrationIn(ReadOnlySpan<FlexibleWork> registrations, Guid memberId, AidMonth month)
    {
        foreach (var registration in registrations)
        {
            if (registration.MemberId == memberId && registration.Covers(month)) return registration;
        }

        return null;
    }

    private static bool IsEmployed(AidCase aidCase, Guid memberId, AidMonth month)
    {
        foreach (var contract in aidCase.Records.Of<EmploymentContract>())
        {
            if (contract.MemberId == memberId && contract.Covers(month)) return true;
        }

        return false;
    }

    private static int MonthsBefore(ReadOnlySpan<InsurancePayment> payments, Guid memberId, AidMonth month)
    {
        var used = 0;
        foreach (var payment in payments)
        {
            if (payment.MemberId == memberId && payment.EmployerCode is null && payment.Month < month) used++;
        }

        return used;
    }
}
