namespace Fupin.Registration.Households;

/// <summary>Where a household stands with the register (在册状态); the way there is its case's.</summary>
internal enum HouseholdStatus
{
    /// <summary>Applying (申请中).</summary>
    Applicant,

    /// <summary>On the register (在册).</summary>
    Registered,

    /// <summary>Off the register (已退出).</summary>
    Exited,

    /// <summary>Not listed after identification (不予列入).</summary>
    NotListed,
}

/// <summary>Why a household left the register (退出类别).</summary>
internal enum ExitKind
{
    /// <summary>Out of poverty (脱贫退出); its aids stay for the retention.</summary>
    OutOfPoverty,

    /// <summary>Should not have been registered (清退); nothing stays.</summary>
    Removed,

    /// <summary>Nobody is left of it (自然销户).</summary>
    Ended,

    /// <summary>Went over into another household whole (并户).</summary>
    Merged,
}
