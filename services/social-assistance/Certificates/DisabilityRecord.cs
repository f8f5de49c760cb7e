using Fupin.Aid.Records;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Certificates;

/// <summary>
/// A disability certificate as the federation keeps it (残疾人证登记). The number begins with the holder's ID number, by which the person is
/// found; only what follows it is kept.
/// </summary>
internal sealed class DisabilityRecord : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The holder (持证人).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number from digit 19 on (证号后段): kind, level, and two digits more when it was issued again.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The first day it is valid (有效期起).</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day it is valid (有效期止); open when absent.</summary>
    public DateOnly? ValidTo { get; set; }

    public int Version { get; set; }

    /// <summary>The kind of disability (残疾类别), digit 19.</summary>
    public DisabilityType Type => (DisabilityType)(Tail[0] - '0');

    /// <summary>The level of disability (残疾等级), digit 20.</summary>
    public int Level => Tail[1] - '0';
}
