using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Utilities;

namespace Fupin.SocialAssistance.Policies;

/// <summary>The waiver of electricity, water and gas (水电气减免): a quantity free each month for a household on basic support, on one account for each.</summary>
internal static class UtilityWaiver
{
    public const string Code = "B8";

    private const int Hundred = 100;

    // 依据：武发[2016]68号 三(六)：水电气费减免；facts §3.3 B8：每户一个账户
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var accounts = aidCase.Records.Of<UtilityAccount>();
        if (accounts.IsEmpty)
        {
            decisions.Not()?.Line("B8.not.account");
            return;
        }

        if (Livelihood.Of(aidCase, parameters).OnSupport == 0)
        {
            decisions.Not()?.Line("B8.not.entitled");
            return;
        }

        foreach (var account in accounts)
        {
            if (!account.IsOpenIn(aidCase.Month))
            {
                decisions.Not()?.Line("B8.not.open");
                continue;
            }

            if (IsAnotherOne(account, aidCase))
            {
                decisions.Not()?.Line("B8.not.one");
                continue;
            }

            var (claim, free, price) = NamesOf(account.Utility);
            var amount = parameters.Money(price).Times(parameters.Number(free) * Hundred);
            decisions.Give(null, aidCase.Period, AidNature.Waiver, amount, claim)?
                .Parameter(free)
                .Parameter(price)
                .Line("B8.amount", parameters[free].Value, parameters[price].Value, amount);
        }
    }

    // Of several open accounts for the same the oldest counts.
    private static bool IsAnotherOne(UtilityAccount account, AidCase aidCase)
    {
        foreach (var other in aidCase.Records.Of<UtilityAccount>())
        {
            if (other.Utility != account.Utility || !other.IsOpenIn(aidCase.Month)) continue;
            if (other.From < account.From || (other.From == account.From && string.CompareOrdinal(other.AccountNo, account.AccountNo) < 0)) return true;
        }

        return false;
    }

    // The claim names what is waived, not the account: the number of an account would tell whose it is.
    private static (string Claim, string Free, string Price) NamesOf(Utility utility) => utility switch
    {
        Utility.Electricity => ("electricity", "B8.electricity.free", "B8.electricity.price"),
        Utility.Water => ("water", "B8.water.free", "B8.water.price"),
        _ => ("gas", "B8.gas.free", "B8.gas.price"),
    };
}
