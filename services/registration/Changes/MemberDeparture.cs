using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;

namespace Fupin.Registration.Changes;

/// <summary>A person who left a household (家庭成员减少), with reason and day; who turns up in another household is recognised by it.</summary>
internal sealed class MemberDeparture : IScoped
{
    /// <summary>The code of a death (死亡) in the list member_change.</summary>
    public const string Death = "01";

    /// <summary>Married away (嫁出).</summary>
    public const string MarriedAway = "02";

    /// <summary>Settled abroad (出国定居).</summary>
    public const string Abroad = "03";

    /// <summary>In prison (判刑收监).</summary>
    public const string Imprisoned = "04";

    /// <summary>Any other way out (其他转出).</summary>
    public const string Other = "08";

    public Guid Id { get; private init; }

    public Guid MemberId { get; private init; }

    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private init; }

    /// <summary>Blind index of the ID number.</summary>
    public string IdIndex { get; private init; } = "";

    /// <summary>The reason, a code of the list member_change.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The day of the death, the marriage and so on.</summary>
    public DateOnly On { get; private init; }

    /// <summary>The day from which the facts told without the person hold.</summary>
    public DateOnly HoldsFrom { get; private init; }

    public Guid OfficerId { get; private init; }

    public string OfficerName { get; private init; } = "";

    public DateTime AtUtc { get; private init; }

    public static bool IsReason(string? code) => code is Death or MarriedAway or Abroad or Imprisoned or Other;

    public static MemberDeparture Of(HouseholdMember member, string reason, DateOnly on, DateOnly holdsFrom, Act act) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = member.Id,
        HouseholdId = member.HouseholdId,
        Village = member.Village,
        IdIndex = member.IdIndex,
        Reason = reason,
        On = on,
        HoldsFrom = holdsFrom,
        OfficerId = act.OfficerId!.Value,
        OfficerName = act.OfficerName,
        AtUtc = act.AtUtc,
    };
}
