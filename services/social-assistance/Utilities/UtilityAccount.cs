using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Utilities;

/// <summary>What an account is for (水电气种类).</summary>
internal enum Utility
{
    /// <summary>Electricity (电).</summary>
    Electricity,

    /// <summary>Water (水).</summary>
    Water,

    /// <summary>Gas (气).</summary>
    Gas,
}

/// <summary>A household's account with a utility (水电气账户).</summary>
internal sealed class UtilityAccount : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>What it is for (种类).</summary>
    public Utility Utility { get; set; }

    /// <summary>The number of the account (户号).</summary>
    public string AccountNo { get; set; } = "";

    /// <summary>The first month (启用月份).</summary>
    public AidMonth From { get; set; }

    /// <summary>The last month (停用月份); open when absent.</summary>
    public AidMonth? To { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it is open in a month.</summary>
    public bool IsOpenIn(AidMonth month) => From <= month && (To is not { } last || last >= month);
}
