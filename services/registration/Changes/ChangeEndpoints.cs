using Fupin.Registration.Households;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Changes;

/// <summary>The routes of changes of the register (名册变更).</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder app)
    {
        app.MapGet("/register-changes", FindChanges.Handle).RequireAuthorization(Permissions.ReadRegister);

        var enter = app.MapGroup("/households/{id:guid}").RequireAuthorization(Permissions.EnterRegister);
        enter.MapPost("/move", EnterChange.Move).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.DetailsUnreadable, ChangeErrors.NotRegistered, ChangeErrors.OtherOpen, ChangeErrors.ReasonMissing,
            ChangeErrors.NoSuchVillage, ChangeErrors.SameVillage);
        enter.MapPost("/split", EnterChange.Split).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.NoSuchMember, ChangeErrors.NotRegistered, ChangeErrors.OtherOpen, ChangeErrors.ReasonMissing,
            ChangeErrors.OneHead, ChangeErrors.NobodyGoes, ChangeErrors.HeadStays);
        enter.MapPost("/merge", EnterChange.Merge).Refuses(
            RegistrationErrors.NoSuchHousehold, ChangeErrors.NotRegistered, ChangeErrors.OtherOpen, ChangeErrors.ReasonMissing, ChangeErrors.NoSuchOther,
            ChangeErrors.OtherNotRegistered, ChangeErrors.RelationsMissing);
        enter.MapPost("/removal", EnterChange.Remove).Refuses(
            RegistrationErrors.NoSuchHousehold, ChangeErrors.NotRegistered, ChangeErrors.OtherOpen, ChangeErrors.ReasonMissing);
        enter.MapPost("/end", EnterChange.End).Refuses(
            RegistrationErrors.NoSuchHousehold, ChangeErrors.NotRegistered, ChangeErrors.OtherOpen, ChangeErrors.ReasonMissing);
        enter.MapPost("/apply-again", ApplyAgain.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, ChangeErrors.NotExited, ChangeErrors.CannotReturn, SystemErrors.ChangedMeanwhile);

        var decide = app.MapGroup("/register-changes/{id:guid}").RequireAuthorization(Permissions.ReadRegister);
        decide.MapPost("/approve", DecideChange.Approve).Refuses(
            ChangeErrors.NoSuchChange, ChangeErrors.Decided, ChangeErrors.SameOfficer, ChangeErrors.MayNotDecide, ChangeErrors.HouseholdChanged, ChangeErrors.NotRegistered,
            ChangeErrors.NoSuchOther, ChangeErrors.OtherNotRegistered, RegistrationErrors.VillageFull, SystemErrors.ChangedMeanwhile);
        decide.MapPost("/refuse", DecideChange.Refuse).Refuses(
            ChangeErrors.NoSuchChange, ChangeErrors.Decided, ChangeErrors.MayNotDecide, ChangeErrors.ReasonMissing);
    }
}
