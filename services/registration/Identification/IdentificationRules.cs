using System.Globalization;

namespace Fupin.Registration.Identification;

/// <summary>A dated parameter of identification (识别参数).</summary>
internal sealed class IdentificationParameter
{
    public Guid Id { get; init; }

    /// <summary>Its name, one of <see cref="IdentificationRules"/>'s or HolidayDays, WorkedDays.</summary>
    public required string Name { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day it holds; none while it still does.</summary>
    public DateOnly? To { get; init; }

    public required string Value { get; init; }

    /// <summary>The document it stands on (依据); [NF] marks what is common practice and to be confirmed.</summary>
    public required string Basis { get; init; }
}

/// <summary>The parameters of identification that hold on a day (识别规则).</summary>
/// <param name="PublicityDays">How long a notice runs (公示天数).</param>
/// <param name="WorkingDays">Whether those are working days.</param>
/// <param name="Quorum">The share of the roster that must be present (到会比例).</param>
/// <param name="Pass">The share of those present that votes for a case must exceed (通过比例).</param>
/// <param name="TownSample">The share the town visits (镇抽查比例).</param>
/// <param name="DistrictSample">The share the district visits (区抽查比例).</param>
/// <param name="Calendar">The working days.</param>
internal sealed record IdentificationRules(
    int PublicityDays, bool WorkingDays, Ratio Quorum, Ratio Pass, Ratio TownSample, Ratio DistrictSample, WorkCalendar Calendar)
{
    /// <summary>Reads the rules of a day; refuses (<see cref="InvalidOperationException"/>) when one is missing, because guessing one would be worse.</summary>
    public static IdentificationRules On(DateOnly day, IReadOnlyCollection<IdentificationParameter> rows)
    {
        string Value(string name) => rows
            .Where(row => row.Name == name && row.From <= day && (row.To is not { } to || day <= to))
            .MaxBy(row => row.From)?.Value
            ?? throw new InvalidOperationException($"No identification parameter {name} holds on {day:yyyy-MM-dd}.");

        return new IdentificationRules(
            int.Parse(Value(nameof(PublicityDays)), CultureInfo.InvariantCulture),
            bool.Parse(Value(nameof(WorkingDays))),
            Ratio.Parse(Value(nameof(Quorum))),
            Ratio.Parse(Value(nameof(Pass))),
            Ratio.Parse(Value(nameof(TownSample))),
            Ratio.Parse(Value(nameof(DistrictSample))),
            new WorkCalendar([.. Special(rows, "WorkedDays", working: true), .. Special(rows, "HolidayDays", working: false)]));
    }

    private static IEnumerable<SpecialDays> Special(IReadOnlyCollection<IdentificationParameter> rows, string name, bool working) => rows
        .Where(row => row.Name == name)
        .Select(row => new SpecialDays(row.From, row.To ?? row.From, working));
}
