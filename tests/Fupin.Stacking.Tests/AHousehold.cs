using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Stacking.Tests;

/// <summary>Items of a made-up household, short enough to read in a test.</summary>
internal static class AHousehold
{
    public static readonly AidMonth May = new(2016, 5);
    public static readonly Guid Father = new("aaaaaaaa-0000-0000-0000-000000000001");
    public static readonly Guid Mother = new("aaaaaaaa-0000-0000-0000-000000000002");

    public static ProposedItem Item(string policy, long yuan, Guid? member = null, string period = "2016-05", string? claim = null, long? claimTotal = null) => new(
        IdOf(policy, member, period, claim), policy, member, period, AidNature.Cash, Money.FromYuan(yuan), claim, "v1", [],
        claimTotal is { } total ? Money.FromYuan(total) : null);

    public static StackResult Stacked(params ProposedItem[] items) => Stacked([], items);

    public static StackResult Stacked(IReadOnlyCollection<EarlierGrant> earlier, params ProposedItem[] items) =>
        Stack.Compute([new DepartmentSet("department", 1, items)], RuleBook.Default, May, earlier);

    public static long Granted(this StackResult result, string policy, Guid? member = null) =>
        result.Items.Where(item => item.Policy == policy && (member == null || item.MemberId == member)).Sum(item => item.Granted.Fen) / 100;

    private static Guid IdOf(string policy, Guid? member, string period, string? claim) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{policy}{member}{period}{claim}")).AsSpan(0, 16));
}
