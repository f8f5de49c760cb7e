using Fupin.Aid.Policies;

namespace Fupin.Employment.Policies;

/// <summary>What was given before, whatever the period (以前已享受): for aids that are given once.</summary>
internal static class EarlierItems
{
    /// <summary>Whether a policy ever gave to a member, for this claim where one is named.</summary>
    public static bool EverGiven(this AidCase aidCase, string policy, Guid memberId, string? claim = null)
    {
        for (var index = 0; index < aidCase.Earlier.Count; index++)
        {
            var item = aidCase.Earlier[index];
            if (item.Policy == policy && item.MemberId == memberId && (claim is null || item.Claim == claim)) return true;
        }

        return false;
    }
}
