using Fupin.Persistence;
using Fupin.Registration.Households;

namespace Fupin.Registration.DataUse;

/// <summary>A household in clear, as far as a purpose goes (实名信息).</summary>
internal sealed record Identified(string? Phone, string? BankName, string? BankAccount, IReadOnlyList<(HouseholdMember Member, Person Person)> People)
{
    public static Identified Of(Household household, Purpose purpose, FieldCipher cipher) => new(
        purpose.Gives(Purpose.Phone) ? household.PhoneOf(cipher) : null,
        purpose.Gives(Purpose.Account) ? household.BankName : null,
        purpose.Gives(Purpose.Account) ? household.BankAccountOf(cipher) : null,
        [.. household.Members.OrderBy(member => member.Relation, StringComparer.Ordinal).ThenBy(member => member.Id).Select(member => (member, member.Reveal(cipher)))]);
}
