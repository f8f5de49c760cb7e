using System.Globalization;
using Fupin.Aid.PersonStates;
using Fupin.Aid.Records;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;

namespace Fupin.Employment.PublicPosts;

/// <summary>A person's time on a public-interest post (公益性岗位), such as cleaning, property care, greening or care of the old.</summary>
internal sealed class PublicPost : IPersonRecord, IStateRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Who holds the post (在岗人员).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The post (岗位名称).</summary>
    public string Title { get; set; } = "";

    /// <summary>The first day on the post.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day on the post; open when absent.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What is paid for a whole month (月补贴).</summary>
    public Money MonthlyPay { get; set; }

    /// <summary>Which placement it belongs to (第几次安置); the first where it is not said.</summary>
    public int? Placement { get; set; }

    /// <summary>Whether less than five years were left to retirement when the placement began (安置时距法定退休不足五年); facts hold no birth date.</summary>
    public bool? IsNearRetirement { get; set; }

    /// <summary>Whether the person draws a pension for employees (已领取职工养老金).</summary>
    public bool? HasPension { get; set; }

    public int Version { get; set; }

    /// <summary>The key under which the record of a post is kept, however it was entered.</summary>
    public static string KeyOf(Guid memberId, DateOnly from) => string.Create(CultureInfo.InvariantCulture, $"{memberId:N}|{from:yyyy-MM-dd}");

    /// <summary>How many days of a month are spent on the post.</summary>
    public int DaysIn(AidMonth month)
    {
        var first = From > month.First ? From : month.First;
        var last = To is { } end && end < month.Last ? end : month.Last;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }

    /// <summary>Whether two times share a day.</summary>
    public bool Overlaps(DateOnly from, DateOnly? to) => From <= (to ?? DateOnly.MaxValue) && from <= (To ?? DateOnly.MaxValue);

    /// <summary>The order of posts of a person: by the first day, then by name.</summary>
    public static int Earlier(PublicPost a, PublicPost b) => a.From != b.From ? a.From.CompareTo(b.From) : string.CompareOrdinal(a.Title, b.Title);

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
