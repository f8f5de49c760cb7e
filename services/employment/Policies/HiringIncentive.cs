using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Employment.Businesses;
using Fupin.Employment.Employers;

namespace Fupin.Employment.Policies;

/// <summary>
/// What an employer gets for taking on a worker of a low-income household (企业吸纳安置补贴): its part of the social insurance month by month, a
/// bonus once (for the quarter of hiring), and a tax relief (<see cref="HeadTaxRelief"/>, for the year). Each part has its own kind of period.
/// </summary>
internal static class HiringIncentive
{
    public const string Code = "J5";

    // 依据：武发[2016]68号 四(三)(3)：对吸纳低收入农户劳动力就业的企业给予安置补贴
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var contracts = aidCase.Records.Of<EmploymentContract>();
        var businesses = aidCase.Records.Of<Business>();
        if (contracts.IsEmpty && businesses.IsEmpty)
        {
            decisions.Not()?.Line("J5.not.contract");
            return;
        }

        var months = parameters.Number("J5.contractMonths");
        var work = new InsuredEmployment(
            contracts.InOrder(EmploymentContract.Earlier), aidCase.Records.Of<InsurancePayment>().InOrder(InsurancePayment.Earlier), months);
        foreach (var member in aidCase.Members)
        {
            if (work.AnyOf(member.MemberId) is not { } contract)
            {
                decisions.Not(member.MemberId)?.Line("J5.not.contract");
            }
            else if (!work.IsLongEnough(member.MemberId))
            {
                decisions.Not(member.MemberId)?.Line("J5.not.short", contract.Employer, months);
            }
            else if (!IsInsured(work, member.MemberId))
            {
                decisions.Not(member.MemberId)?.Line("J5.not.insured", contract.Employer);
            }
            else
            {
                RefundInsurance(member.MemberId, work, aidCase, parameters, decisions);
                GiveBonus(member.MemberId, work, aidCase, parameters, decisions);
                HeadTaxRelief.OfEmployer(member.MemberId, work, aidCase, parameters, decisions);
            }
        }

        HeadTaxRelief.OfSelfEmployed(businesses.InOrder(Business.Earlier), aidCase, parameters, decisions);
    }

    private static void RefundInsurance(Guid worker, InsuredEmployment work, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var (window, most, inTime) = (parameters.Number("J5.claimMonths"), parameters.Number("J5.insuranceMonths"), false);
        foreach (var payment in work.Payments)
        {
            if (payment.MemberId != worker || payment.EmployerCode is null) continue;
            if (payment.Month > aidCase.Month || payment.Month.AddMonths(window) <= aidCase.Month) continue;
            inTime = true;
            var (values, period, amount) = (parameters.On(payment.Month.Last), payment.Month.ToString(), Money.Zero);
            if (values.Find("J5.insurance") is not null) amount = payment.ByEmployer.Times(values.Ratio("J5.insurance"));
            if (amount == Money.Zero)
            {
                decisions.Not(worker)?.Line("J5.not.before", period);
            }
            else if (work.ContractIn(worker, payment.Month) is not { } contract || contract.EmployerCode != payment.EmployerCode)
            {
                decisions.Not(worker)?.Line("J5.not.employer", period);
            }
            else if (aidCase.AlreadyGiven(Code, worker, period))
            {
                decisions.Not(worker)?.Line("J5.not.again", period);
            }
            else if (work.MonthsBefore(worker, payment.Month) is var used && used >= most)
            {
                decisions.Not(worker)?.Line("J5.not.used", used, most);
            }
            else
            {
                decisions.Give(worker, period, AidNature.Reimbursement, amount, contract.Claim())?
                    .Line("J5.contract", contract.Employer, contract.ContractNo, contract.From.ToString("yyyy-MM-dd"))
                    .Line("J5.paid", period, payment.ByEmployer)
                    .Line("J5.used", used, most)
                    .Add(values.Line("J5.insurance"))
                    .Line("J5.refund", amount);
            }
        }

        if (!inTime) decisions.Not(worker)?.Line("J5.not.paid", window);
    }

    private static void GiveBonus(Guid worker, InsuredEmployment work, AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        // Once for a worker, whoever the employer is.
        for (var index = 0; index < aidCase.Earlier.Count; index++)
        {
            var item = aidCase.Earlier[index];
            if (item.Policy != Code || item.MemberId != worker || !Quarter.Is(item.Period)) continue;
            decisions.Not(worker)?.Line("J5.not.bonus", item.Period);
            return;
        }

        foreach (var payment in work.Payments)
        {
            if (payment.MemberId != worker || payment.Month > aidCase.Month || work.InsuredIn(worker, payment.Month) is not { } contract) continue;
            var values = parameters.On(contract.From);
            if (values.Find("J5.bonus") is null)
            {
                decisions.Not(worker)?.Line("J5.not.before", contract.From.ToString("yyyy-MM-dd"));
                return;
            }

            var amount = values.Money("J5.bonus");
            decisions.Give(worker, Quarter.Of(contract.From).Period, AidNature.Reimbursement, amount, contract.Claim())?
                .Line("J5.contract", contract.Employer, contract.ContractNo, contract.From.ToString("yyyy-MM-dd"))
                .Line("J5.paid", payment.Month, payment.ByEmployer)
                .Add(values.Line("J5.bonus"))
                .Line("J5.once", amount);
            return;
        }
    }

    private static bool IsInsured(InsuredEmployment work, Guid worker)
    {
        foreach (var payment in work.Payments)
        {
            if (payment.MemberId == worker && payment.EmployerCode is not null) return true;
        }

        return false;
    }
}
