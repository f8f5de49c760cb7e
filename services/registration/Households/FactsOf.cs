using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Incomes;

namespace Fupin.Registration.Households;

/// <summary>The facts that rules need (户情), out of sealed rows: age bands instead of birth dates, nothing that names anybody.</summary>
internal static class FactsOf
{
    public static HouseholdFacts Household(Household household, FieldCipher cipher, IReadOnlyCollection<IncomeItemRule> rules, DateOnly today)
    {
        var sheet = household.Sheet ?? throw new InvalidOperationException($"Household {household.Id} has no income sheet.");
        return new HouseholdFacts(
            household.Village,
            household.Attribute,
            household.MainCause,
            [.. household.Members.OrderBy(member => member.Relation, StringComparer.Ordinal).ThenBy(member => member.Id).Select(member => Member(member, sheet, cipher, today))],
            new IncomeFacts(
                sheet.Year, sheet.Operating, sheet.OperatingCost, sheet.Property, sheet.Transfers, sheet.TransferExpense,
                IncomeTotals.InAll(sheet, rules, today)));
    }

    /// <summary>The age bands of all members as one text, to notice when one of them changes.</summary>
    public static string AgeKey(HouseholdFacts facts) => string.Join(' ', facts.Members.Select(member => $"{member.MemberId:N}:{member.Age.From}"));

    /// <summary>The same, of a household as it stands on a day.</summary>
    public static string AgeKey(Household household, FieldCipher cipher, DateOnly today) => string.Join(' ', household.Members
        .OrderBy(member => member.Relation, StringComparer.Ordinal)
        .ThenBy(member => member.Id)
        .Select(member => $"{member.Id:N}:{BandOf(member.IdNumberOf(cipher), today).From}"));

    private static MemberFacts Member(HouseholdMember member, IncomeSheet sheet, FieldCipher cipher, DateOnly today)
    {
        var person = member.Reveal(cipher);
        var wage = sheet.Wages.FirstOrDefault(wage => wage.MemberId == member.Id);
        return new MemberFacts(
            member.Id,
            member.IsHead,
            BandOf(person.IdNumber, today),
            person.IdNumber.Sex,
            person.Health,
            person.Certificate?.Type,
            person.Certificate?.Level,
            person.LabourAbility,
            person.Student,
            person.Education,
            person.Work,
            wage?.Months ?? 0,
            wage?.Amount ?? Money.Zero);
    }

    private static AgeBand BandOf(IdCardNumber number, DateOnly today) => AgeBand.Of(Math.Max(0, number.AgeOn(today)));
}
