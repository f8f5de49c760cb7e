using Fupin.Aid.PersonStates;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;

namespace Fupin.Employment.PublicPosts;

/// <summary>A person's time on a public-interest post (公益性岗位), such as cleaning, property care, greening or care of the old.</summary>
internal sealed class PublicPost : IStateRecord
{
    public Guid Id { get; init; }

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; init; }

    /// <summary>Who holds the post (在岗人员).</summary>
    public Guid MemberId { get; init; }

    public DivisionCode Village { get; init; }

    /// <summary>The post (岗位名称).</summary>
    public required string Title { get; init; }

    /// <summary>The first day on the post.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day on the post; open when absent.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What is paid for a whole month (月补贴).</summary>
    public Money MonthlyPay { get; init; }

    public int Version { get; set; }

    /// <summary>How many days of a month are spent on the post.</summary>
    public int DaysIn(AidMonth month)
    {
        var first = From > month.First ? From : month.First;
        var last = To is { } end && end < month.Last ? end : month.Last;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }

    /// <summary>Whether two times share a day.</summary>
    public bool Overlaps(DateOnly from, DateOnly? to) => From <= (to ?? DateOnly.MaxValue) && from <= (To ?? DateOnly.MaxValue);

    /// <summary>Sets the last day (离岗).</summary>
    public Refusal? End(DateOnly on)
    {
        if (on < From) return EmploymentErrors.WrongDates;
        if (To < on) return EmploymentErrors.PostEnded;
        To = on;
        return null;
    }

    public StateOfPerson? SaysOfPerson() => new(PersonState.WorkingFullTime, From, To);
}
