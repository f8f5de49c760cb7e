using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Households;

namespace Fupin.Registration.Incomes;

/// <summary>A member's wages of a year (工资性收入).</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Months">Months worked (务工月数).</param>
/// <param name="Amount">The wages, whole year.</param>
internal sealed record Wage(Guid MemberId, int Months, Money Amount);

/// <summary>The amounts of a household's year that are not wages (年度收入), each for the whole household and year.</summary>
internal sealed record IncomeAmounts(
    Money Operating, Money OperatingCost, Money Property, IReadOnlyDictionary<TransferItem, Money> Transfers, Money TransferExpense);

/// <summary>The income of a household in a calendar year (年度收入测算表). Totals are never stored: they follow from the rules of each view.</summary>
internal sealed class IncomeSheet : IScoped
{
    public Guid Id { get; init; }

    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; internal set; }

    public int Year { get; init; }

    /// <summary>How many people share it.</summary>
    public int Persons { get; init; }

    public IReadOnlyList<Wage> Wages { get; init; } = [];

    public Money Operating { get; init; }

    public Money OperatingCost { get; init; }

    public Money Property { get; init; }

    public IReadOnlyDictionary<TransferItem, Money> Transfers { get; init; } = new Dictionary<TransferItem, Money>();

    public Money TransferExpense { get; init; }

    public static IncomeSheet Of(Household household, int year, IReadOnlyList<Wage> wages, IncomeAmounts amounts) => new()
    {
        Id = Guid.CreateVersion7(),
        HouseholdId = household.Id,
        Village = household.Village,
        Year = year,
        Persons = household.Members.Count,
        Wages = wages,
        Operating = amounts.Operating,
        OperatingCost = amounts.OperatingCost,
        Property = amounts.Property,
        Transfers = amounts.Transfers,
        TransferExpense = amounts.TransferExpense,
    };

    /// <summary>
    /// Shares the sheet when members leave (分户): wages go with the person, everything else by heads, and the odd fen stays. Both parts are
    /// corrected by hand where the people say otherwise.
    /// </summary>
    public (IncomeSheet Staying, IncomeSheet Leaving) Share(Household from, Household to, int persons)
    {
        var leaving = to.Members.Select(member => member.Id).ToHashSet();
        Money PartOf(Money amount) => new(amount.Fen * leaving.Count / persons);
        var part = new IncomeAmounts(
            PartOf(Operating), PartOf(OperatingCost), PartOf(Property), Transfers.ToDictionary(item => item.Key, item => PartOf(item.Value)), PartOf(TransferExpense));
        var rest = new IncomeAmounts(
            Operating - part.Operating, OperatingCost - part.OperatingCost, Property - part.Property,
            Transfers.ToDictionary(item => item.Key, item => item.Value - part.Transfers[item.Key]), TransferExpense - part.TransferExpense);
        return (
            Of(from, Year, [.. Wages.Where(wage => !leaving.Contains(wage.MemberId))], rest),
            Of(to, Year, [.. Wages.Where(wage => leaving.Contains(wage.MemberId))], part));
    }

    /// <summary>The sheet of two households that became one (并户): everything added up.</summary>
    public IncomeSheet With(IncomeSheet other, Household together) => Of(
        together,
        Year,
        [.. Wages, .. other.Wages],
        new IncomeAmounts(
            Operating + other.Operating, OperatingCost + other.OperatingCost, Property + other.Property,
            Transfers.Concat(other.Transfers).GroupBy(item => item.Key).ToDictionary(item => item.Key, item => Money.Sum(item.Select(one => one.Value))),
            TransferExpense + other.TransferExpense));
}
