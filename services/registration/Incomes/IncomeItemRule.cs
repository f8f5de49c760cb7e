using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Registration.Incomes;

/// <summary>Whether an item of income counts in a view (收入口径规则), from a day on; a row each, with its basis.</summary>
internal sealed class IncomeItemRule
{
    public const string Wage = "Wage";
    public const string Operating = "Operating";
    public const string OperatingCost = "OperatingCost";
    public const string Property = "Property";
    public const string TransferExpense = "TransferExpense";

    public Guid Id { get; init; }

    /// <summary>One of the constants here, or the name of a <see cref="TransferItem"/>.</summary>
    public string Item { get; init; } = "";

    public IncomeView View { get; init; }

    public bool Counts { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The document it follows (依据).</summary>
    public string Basis { get; init; } = "";

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Sums of an income sheet (收入合计), by the rules that hold on a day.</summary>
internal static class IncomeTotals
{
    /// <summary>What counts of a sheet in a view: income that counts less expense that counts. An item without a rule does not count.</summary>
    public static Money In(IncomeView view, IncomeSheet sheet, IReadOnlyCollection<IncomeItemRule> rules, DateOnly on)
    {
        Money Counted(string item, Money amount) =>
            rules.Any(rule => rule.View == view && rule.Item == item && rule.HoldsOn(on) && rule.Counts) ? amount : Money.Zero;

        return Counted(IncomeItemRule.Wage, Money.Sum(sheet.Wages.Select(wage => wage.Amount)))
            + Counted(IncomeItemRule.Operating, sheet.Operating)
            - Counted(IncomeItemRule.OperatingCost, sheet.OperatingCost)
            + Counted(IncomeItemRule.Property, sheet.Property)
            + Money.Sum(sheet.Transfers.Select(transfer => Counted(transfer.Key.ToString(), transfer.Value)))
            - Counted(IncomeItemRule.TransferExpense, sheet.TransferExpense);
    }

    /// <summary>The sums in every view.</summary>
    public static IReadOnlyDictionary<IncomeView, Money> InAll(IncomeSheet sheet, IReadOnlyCollection<IncomeItemRule> rules, DateOnly on) =>
        Enum.GetValues<IncomeView>().ToDictionary(view => view, view => In(view, sheet, rules, on));

    /// <summary>Disposable income a head in the view of identification (识别口径人均可支配收入), down to the fen.</summary>
    // 依据：武发[2016]68号 二(一) 年人均可支配收入
    public static Money PerCapita(IncomeSheet sheet, IReadOnlyCollection<IncomeItemRule> rules, DateOnly on) =>
        new((long)Math.Floor((decimal)In(IncomeView.Identification, sheet, rules, on).Fen / Math.Max(1, sheet.Persons)));
}
