using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Training;

/// <summary>The trade that a course teaches (培训工种).</summary>
internal enum TrainingTrade
{
    /// <summary>Growing crops and keeping animals (种植养殖).</summary>
    Farming,

    /// <summary>Housekeeping (家政服务).</summary>
    Housekeeping,

    /// <summary>Care of the old (养老护理).</summary>
    ElderlyCare,

    /// <summary>Cooking (烹饪).</summary>
    Cooking,

    /// <summary>Electrical work and welding (电工焊工).</summary>
    ElectricalWork,

    /// <summary>Work on machines, such as a fork lift or a sewing machine (机械操作).</summary>
    Machines,

    /// <summary>Selling on the net (电子商务).</summary>
    ECommerce,

    /// <summary>Any other trade (其他工种).</summary>
    Other,
}

/// <summary>A person's place on a training course (培训报名), with how it went.</summary>
internal sealed class CourseEnrolment : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The trainee (学员).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the course (培训班号).</summary>
    public string CourseNo { get; set; } = "";

    /// <summary>Who trains (培训机构); the subsidy is paid there.</summary>
    public string Provider { get; set; } = "";

    /// <summary>The trade (培训工种).</summary>
    public TrainingTrade Trade { get; set; }

    /// <summary>The first day of the course.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day of the course.</summary>
    public DateOnly To { get; set; }

    /// <summary>The employer who ordered the course and keeps posts for those who pass (订单企业), by the unified credit code; absent for a course open to all.</summary>
    public string? OrderedBy { get; set; }

    /// <summary>How much of the course was attended (出勤率), per cent.</summary>
    public int? Attendance { get; set; }

    public int Version { get; set; }
}
