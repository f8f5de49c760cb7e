namespace Fupin.Registration.Identification;

/// <summary>Days that differ from the usual week (节假日安排): holidays, and weekends that are worked instead.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Working">Whether these days are worked.</param>
internal sealed record SpecialDays(DateOnly From, DateOnly To, bool Working);

/// <summary>Which days are working days (工作日历).</summary>
internal sealed class WorkCalendar(IReadOnlyList<SpecialDays> special)
{
    public bool IsWorkingDay(DateOnly day) =>
        special.FirstOrDefault(days => days.From <= day && day <= days.To)?.Working
        ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first day on which so many days have run; the starting day is the first of them.</summary>
    public DateOnly AfterDays(DateOnly start, int days, bool working)
    {
        if (!working) return start.AddDays(days);
        var day = start;
        for (var run = 0; run < days; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) run++;
        }
        return day;
    }
}
