namespace Fupin.Registration.Identification;

/// <summary>Where a case stands in its identification (识别状态).</summary>
internal enum CaseState
{
    /// <summary>Applied for and taken in, waits for the village's review meeting (申请中).</summary>
    Entered,

    /// <summary>Passed by the review meeting (已评议).</summary>
    Reviewed,

    /// <summary>On the village's notice (村公示中).</summary>
    FirstNotice,

    /// <summary>The village's notice has run its days (村公示期满).</summary>
    FirstNoticeClosed,

    /// <summary>Reviewed by the town (镇已审核).</summary>
    TownReviewed,

    /// <summary>On the town's notice (镇公示中).</summary>
    SecondNotice,

    /// <summary>The town's notice has run its days (镇公示期满).</summary>
    SecondNoticeClosed,

    /// <summary>Checked by the district (区已核查).</summary>
    DistrictChecked,

    /// <summary>Announced by the district (已公告).</summary>
    Announced,

    /// <summary>Entered in the register (已建档立卡).</summary>
    Registered,

    /// <summary>Not taken into the list, with a reason (不予列入).</summary>
    NotListed,
}

/// <summary>What is done to a case (办理步骤).</summary>
internal enum Step
{
    /// <summary>The application is taken in (录入).</summary>
    Entered,

    /// <summary>The review meeting votes (民主评议).</summary>
    ReviewMeeting,

    /// <summary>The village's notice starts (村公示).</summary>
    FirstNotice,

    /// <summary>The village's notice ends (村公示结束).</summary>
    CloseFirstNotice,

    /// <summary>The town reviews with a sample (镇审核).</summary>
    TownReview,

    /// <summary>The town's notice starts (镇公示).</summary>
    SecondNotice,

    /// <summary>The town's notice ends (镇公示结束).</summary>
    CloseSecondNotice,

    /// <summary>The district checks with a sample (区核查).</summary>
    DistrictCheck,

    /// <summary>The district announces the list (区公告).</summary>
    Announce,

    /// <summary>The household is entered in the register (建档立卡).</summary>
    Register,

    /// <summary>Somebody objects (异议).</summary>
    Objection,

    /// <summary>An objection is answered (异议答复).</summary>
    Answer,

    /// <summary>One step is taken back (退回).</summary>
    StepBack,
}

/// <summary>The part somebody has in a case (经办环节); nobody has two in the same case.</summary>
internal enum Duty
{
    /// <summary>Entering: the village's steps (录入).</summary>
    Enter,

    /// <summary>Reviewing: the town's steps (审核).</summary>
    Review,

    /// <summary>Approving: the district's steps (审批).</summary>
    Approve,
}
