using Fupin.Contracts.Values;
using Fupin.Employment.Employers;

namespace Fupin.Employment.Policies;

/// <summary>
/// The work of a household with employers (吸纳就业情况): contracts long enough, and the months for which the employer paid insurance. A worker
/// counts for one employer at a time, the one who came first.
/// </summary>
/// <param name="contracts">The household's contracts, in their order.</param>
/// <param name="payments">Its insurance payments, in their order.</param>
/// <param name="months">How long a contract must be agreed for at least, in months.</param>
internal readonly ref struct InsuredEmployment(ReadOnlySpan<EmploymentContract> contracts, ReadOnlySpan<InsurancePayment> payments, int months)
{
    public ReadOnlySpan<EmploymentContract> Contracts { get; } = contracts;

    public ReadOnlySpan<InsurancePayment> Payments { get; } = payments;

    /// <summary>A contract of the member, of whatever length.</summary>
    public EmploymentContract? AnyOf(Guid memberId)
    {
        foreach (var contract in Contracts)
        {
            if (contract.MemberId == memberId) return contract;
        }

        return null;
    }

    /// <summary>Whether some contract of the member is long enough.</summary>
    public bool IsLongEnough(Guid memberId)
    {
        foreach (var contract in Contracts)
        {
            if (contract.MemberId == memberId && contract.IsFor(months)) return true;
        }

        return false;
    }

    /// <summary>The contract that counts in a month.</summary>
    public EmploymentContract? ContractIn(Guid memberId, AidMonth month)
    {
        foreach (var contract in Contracts)
        {
            if (contract.MemberId == memberId && contract.IsFor(months) && contract.Covers(month)) return contract;
        }

        return null;
    }

    /// <summary>The same, if its employer paid insurance for the month.</summary>
    public EmploymentContract? InsuredIn(Guid memberId, AidMonth month)
    {
        if (ContractIn(memberId, month) is not { } contract) return null;
        foreach (var payment in Payments)
        {
            if (payment.MemberId == memberId && payment.Month == month && payment.EmployerCode == contract.EmployerCode) return contract;
        }

        return null;
    }

    /// <summary>How many insured months lie before a month.</summary>
    public int MonthsBefore(Guid memberId, AidMonth month)
    {
        var (count, last) = (0, default(AidMonth?));
        foreach (var payment in Payments)
        {
            if (payment.MemberId != memberId || payment.Month >= month || payment.Month == last) continue;
            if (ContractIn(memberId, payment.Month)?.EmployerCode != payment.EmployerCode || payment.EmployerCode is null) continue;
            (count, last) = (count + 1, payment.Month);
        }

        return count;
    }
}
