using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.PublicPosts;

/// <summary>What a person worked on a public-interest post in a month (岗位考勤).</summary>
internal sealed class PostAttendance : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>Who holds the post (在岗人员).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The month (月份).</summary>
    public AidMonth Month { get; set; }

    /// <summary>The working days of the time on the post (应出勤天数).</summary>
    public int DaysDue { get; set; }

    /// <summary>How many of them were worked (实际出勤天数).</summary>
    public int DaysWorked { get; set; }

    public int Version { get; set; }
}
