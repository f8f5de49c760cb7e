using Fupin.Contracts.Aid;
using Fupin.Contracts.Identity;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.Audit.Trail;

/// <summary>Whom and where an event is about (事件对象), as far as it says so itself.</summary>
/// <param name="Department">The department that told it.</param>
/// <param name="HouseholdId">The household (户).</param>
/// <param name="Place">The village or region.</param>
/// <param name="OfficerId">Who did it (经办人).</param>
/// <param name="AtUtc">When it happened; null where the event does not say it to the minute.</param>
internal sealed record EventSubject(string Department, Guid? HouseholdId = null, DivisionCode? Place = null, Guid? OfficerId = null, DateTime? AtUtc = null)
{
    /// <summary>What an event is about; refuses (<see cref="NotSupportedException"/>) one that nobody has described here yet.</summary>
    public static EventSubject Of(object @event) => @event switch
    {
        HouseholdRegistered told => new("registration", told.HouseholdId, told.Facts.Village),
        HouseholdChanged told => new("registration", told.HouseholdId, told.Facts.Village),
        HouseholdExited told => new("registration", told.HouseholdId),
        MembersMoved told => new("registration", told.FromHouseholdId),
        IdentificationStepTaken told => new("registration", told.HouseholdId, told.Village, told.OfficerId, told.AtUtc),
        PersonalDataRead told => new(told.Department, told.HouseholdId, OfficerId: told.OfficerId, AtUtc: told.AtUtc),
        AidStacked told => new("registration", told.HouseholdId),
        AidProposed told => new(told.Department, told.HouseholdId),
        AidApproved told => new(told.Department, told.HouseholdId, OfficerId: told.ConfirmedBy, AtUtc: told.AtUtc),
        OverpaymentDecided told => new(told.Department, told.HouseholdId, OfficerId: told.DecidedBy, AtUtc: told.AtUtc),
        PersonStateTold told => new(told.Department, told.HouseholdId),
        SettlementClosed told => new("medical-aid", told.HouseholdId),
        OfficerChanged told => new("identity", Place: DivisionCode.Parse(told.Region), OfficerId: told.OfficerId),
        _ => throw new NotSupportedException($"Nobody has said what {@event.GetType().Name} is about."),
    };
}
