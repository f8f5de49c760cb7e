using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Donors;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// What donors gave to the student they stand by (“一对一”结对捐助): each payment that arrived in the special account is paid out once. What is only
/// pledged is not paid, and what the donor handed over is in the ledger already.
/// </summary>
internal static class DonorsGift
{
    // 依据：武发[2016]68号 三(三)：开展低收入家庭大学生、烈军属“一对一”资助帮扶活动
    public static void Decide(AidCase aidCase, Decisions decisions)
    {
        foreach (var pairing in aidCase.Records.Of<Pairing>())
        {
            // Of what is pledged for the year, the rest is still to come: the department reminds the donor.
            var arrived = Arrived(aidCase, pairing, aidCase.Month.Year);
            if (arrived < pairing.Pledge) decisions.Not(pairing.MemberId)?.Line("E10.not.arrived", pairing.Donor, pairing.Pledge, arrived);
        }

        var recorded = aidCase.Records.Of<PairingPayment>();
        if (recorded.IsEmpty) return;
        foreach (var payment in recorded.ToArray().OrderBy(payment => payment.PaidOn).ThenBy(payment => payment.ReceiptNo, StringComparer.Ordinal))
        {
            PayOut(payment, aidCase, decisions);
        }
    }

    private static void PayOut(PairingPayment payment, AidCase aidCase, Decisions decisions)
    {
        var period = payment.PaidOn.Year.ToString(CultureInfo.InvariantCulture);
        var pairing = Find(aidCase, payment);
        if (pairing is null) decisions.Not(payment.MemberId)?.Line("E10.not.pairing", payment.ReceiptNo, payment.PairingNo);
        else if (payment.PaidOn < pairing.StartsOn || payment.PaidOn > pairing.EndsOn) decisions.Not(payment.MemberId)?.Line("E10.not.outside", payment.ReceiptNo);
        else if (payment.Way == DonationWay.Direct) decisions.Not(payment.MemberId)?.Line("E10.not.direct", pairing.Donor, payment.Amount);
        else if (AidMonth.Of(payment.PaidOn) > aidCase.Month) decisions.Not(payment.MemberId)?.Line("E10.not.later", payment.ReceiptNo);
        else if (aidCase.Find(payment.MemberId)?.Student is not (>= StudentStatus.HigherVocational1 and <= StudentStatus.College)) decisions.Not(payment.MemberId)?.Line("E10.not.stage");
        else if (aidCase.AlreadyGiven(FreshmanAid.Code, payment.MemberId, period, payment.ReceiptNo)) decisions.Not(payment.MemberId)?.Line("E10.not.paid", payment.ReceiptNo);
        else
        {
            decisions.Give(payment.MemberId, period, AidNature.Cash, payment.Amount, payment.ReceiptNo)?
                .Line("E10.pairing", pairing.Donor, pairing.PairingNo)
                .Line("E10.pledge", pairing.Pledge, Arrived(aidCase, pairing, payment.PaidOn.Year))
                .Line("E10.payment", payment.ReceiptNo, payment.PaidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), payment.Amount);
        }
    }

    private static Pairing? Find(AidCase aidCase, PairingPayment payment)
    {
        foreach (var pairing in aidCase.Records.Of<Pairing>())
        {
            if (pairing.MemberId == payment.MemberId && pairing.PairingNo == payment.PairingNo) return pairing;
        }

        return null;
    }

    private static Money Arrived(AidCase aidCase, Pairing pairing, int year)
    {
        var sum = Money.Zero;
        foreach (var payment in aidCase.Records.Of<PairingPayment>())
        {
            if (payment.PairingNo == pairing.PairingNo && payment.PaidOn.Year == year) sum += payment.Amount;
        }

        return sum;
    }
}
