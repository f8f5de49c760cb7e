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
