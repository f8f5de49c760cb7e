using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci.Partners;

/// <summary>
/// A system outside the platform that exchanges data with it (交换单位): entered by one district officer, confirmed by another. What is changed
/// is entered anew under the same sender; when confirmed, it takes the place of the one before.
/// </summary>
internal sealed class DciPartner : IVersioned
{
    public Guid Id { get; private init; }

    /// <summary>The name by which it signs its messages (发送方标识, sender_id).</summary>
    public string SenderId { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>The machine officer whose token it uses (机器账号); its region and permissions bound what the partner sees.</summary>
    public Guid OfficerId { get; private init; }

    /// <summary>Its public keys (验签公钥), a JSON Web Key Set; null for one that does not sign.</summary>
    public string? Keys { get; private init; }

    /// <summary>The addresses below which it may be called back (回调地址), the usual one first; one a line.</summary>
    public string Callbacks { get; private init; } = "";

    /// <summary>Who entered it (登记人).</summary>
    public Guid EnteredBy { get; private init; }

    public DateTime EnteredAtUtc { get; private init; }

    /// <summary>Who confirmed it (复核人).</summary>
    public Guid? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAtUtc { get; private set; }

    /// <summary>When it was ended, or another took its place.</summary>
    public DateTime? EndedAtUtc { get; private set; }

    public int Version { get; set; }

    /// <summary>Whether it may exchange data now.</summary>
    public bool IsActive => ConfirmedAtUtc is not null && EndedAtUtc is null;

    public IReadOnlyList<Uri> CallbackBases => [.. Callbacks.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => new Uri(text))];

    public static DciPartner Enter(string senderId, string name, Guid machine, string? keys, IEnumerable<Uri> callbacks, Guid officer, DateTime atUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        SenderId = senderId,
        Name = name,
        OfficerId = machine,
        Keys = keys,
        Callbacks = string.Join('\n', callbacks.Select(callback => callback.AbsoluteUri)),
        EnteredBy = officer,
        EnteredAtUtc = atUtc,
    };

    /// <summary>A second officer confirms; never the one who entered it.</summary>
    public Refusal? Confirm(Guid officer, DateTime atUtc)
    {
        if (EndedAtUtc is not null) return DciErrors.PartnerEnded;
        if (ConfirmedAtUtc is not null) return DciErrors.PartnerConfirmed;
        if (officer == EnteredBy) return DciErrors.PartnerSameOfficer;
        ConfirmedBy = officer;
        ConfirmedAtUtc = atUtc;
        return null;
    }

    /// <summary>Lets it exchange nothing any more (停用).</summary>
    public Refusal? End(DateTime atUtc)
    {
        if (EndedAtUtc is not null) return DciErrors.PartnerEnded;
        EndedAtUtc = atUtc;
        return null;
    }
}
