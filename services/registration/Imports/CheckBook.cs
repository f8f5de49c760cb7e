using System.Globalization;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>The checks that hold on a day (现行校验规则). A rule named V63-B is a case of check V63 with limits of its own.</summary>
internal sealed class CheckBook(IEnumerable<CheckRule> rules, DateOnly on)
{
    private readonly Dictionary<string, CheckRule> held = rules
        .Where(rule => rule.From <= on && (rule.To is null || on <= rule.To))
        .GroupBy(rule => rule.Check)
        .ToDictionary(versions => versions.Key, versions => versions.MaxBy(rule => rule.From)!);

    /// <summary>The finding of a check on a cell; its sentence shows the values given, or else the check's own limits.</summary>
    public Finding On(int row, string header, string check, params object[] values)
    {
        var rule = held[check];
        var shown = values.Length > 0 ? values : [rule.Low ?? 0, rule.High ?? 0];
        return new Finding(row, header, check.Split('-')[0], rule.Level, string.Format(CultureInfo.InvariantCulture, rule.Text, shown));
    }

    public long Low(string check) => held[check].Low ?? long.MinValue;

    public long High(string check) => held[check].High ?? long.MaxValue;

    public bool Within(string check, long value) => value >= Low(check) && value <= High(check);
}

/// <summary>How a village code stands to the officer who uploads (村代码核对).</summary>
internal enum VillageFit
{
    /// <summary>A village of the region (辖区内行政村).</summary>
    Mine,

    /// <summary>No code of the table (不在区划表).</summary>
    Unknown,

    /// <summary>A code above the village, or a placeholder (不是行政村).</summary>
    NotAVillage,

    /// <summary>A village outside the region (辖区外).</summary>
    Foreign,
}

/// <summary>What checking needs to know of the world beside the sheet (校验依据).</summary>
internal sealed record CheckGround(
    CheckBook Book,
    Func<string, VillageFit> Village,
    Households.RegistrationRules Rules,
    IReadOnlyCollection<Incomes.IncomeItemRule> IncomeRules);
