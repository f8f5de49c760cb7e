using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.Registration.Households;

/// <summary>A number that the policy or the office sets (登记参数), from a day on, with its basis.</summary>
internal sealed class RegistrationParameter
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Value { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public string Basis { get; init; } = "";
}

/// <summary>The numbers that hold on a day (现行登记参数).</summary>
/// <param name="IncomeLine">A household at or above it a head is not registered (收入线).</param>
/// <param name="RetainedYears">How long aids stay after an exit (政策保留年数).</param>
/// <param name="RetentionNoticeDays">How long before its end a retention is on the list of work (政策保留期到期提醒天数).</param>
/// <param name="UploadDays">How long an uploaded workbook is kept (登记表保存天数).</param>
/// <param name="RevealsPerHour">How often an officer may see identified data (每小时查看次数).</param>
/// <param name="ReferenceDay">The day at which applicants are looked at (登记时点).</param>
/// <param name="SmallestGroup">Groups of fewer households are not shown in statistics (统计最小分组户数).</param>
/// <param name="MostLosers">How many of the households that lose most a trial names (试算列出户数).</param>
internal sealed record RegistrationRules(
    Money IncomeLine, int RetainedYears, int RetentionNoticeDays, int UploadDays, int RevealsPerHour, DateOnly ReferenceDay, int SmallestGroup, int MostLosers)
{
    public static RegistrationRules On(DateOnly day, IReadOnlyCollection<RegistrationParameter> rows)
    {
        string Value(string name) => rows
            .Where(row => row.Name == name && row.From <= day && (row.To is null || day <= row.To))
            .MaxBy(row => row.From)?.Value
            ?? throw new InvalidOperationException($"No registration parameter '{name}' holds on {day:yyyy-MM-dd}.");

        int Number(string name) => int.Parse(Value(name), CultureInfo.InvariantCulture);

        return new RegistrationRules(
            Money.FromYuan(long.Parse(Value(nameof(IncomeLine)), CultureInfo.InvariantCulture)),
            Number(nameof(RetainedYears)),
            Number(nameof(RetentionNoticeDays)),
            Number(nameof(UploadDays)),
            Number(nameof(RevealsPerHour)),
            DateOnly.ParseExact(Value(nameof(ReferenceDay)), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(nameof(SmallestGroup)),
            Number(nameof(MostLosers)));
    }
}
