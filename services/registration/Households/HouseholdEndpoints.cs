using Fupin.Registration.Changes;
using Fupin.Registration.DataUse;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Households;

/// <summary>The routes of households (户).</summary>
internal static class HouseholdEndpoints
{
    public static void MapHouseholds(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/households").RequireAuthorization(Permissions.ReadRegister);
        read.MapPost("/search", FindHouseholds.Handle).Refuses(RegistrationErrors.SearchUnreadable);
        read.MapGet("/{id:guid}", GetHousehold.Handle).Refuses(RegistrationErrors.NoSuchHousehold);
        read.MapGet("/{id:guid}/data-use", GetDataUse.Handle).Refuses(RegistrationErrors.NoSuchHousehold);

        app.MapGet("/retentions", FindRetentions.Handle).RequireAuthorization(Permissions.ReadRegister);
        app.MapPost("/households/{id:guid}/reveal", RevealHousehold.Handle)
            .RequireAuthorization(Permissions.RevealPersonal)
            .Refuses(
                RegistrationErrors.NoSuchHousehold, RegistrationErrors.ReasonMissing, RegistrationErrors.PurposeUnknown,
                RegistrationErrors.PurposeNotOpen, RegistrationErrors.TooManyReveals);

        var enter = app.MapGroup("/households/{id:guid}").RequireAuthorization(Permissions.EnterRegister);
        enter.MapPost("/members", AddMember.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.PersonUnreadable, RegistrationErrors.MemberAlreadyListed, RegistrationErrors.MemberElsewhere,
            RegistrationErrors.SecondHead, RegistrationErrors.SecondSpouse, SystemErrors.ChangedMeanwhile);
        enter.MapPost("/members/{memberId:guid}/remove", RemoveMember.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.NoSuchMember, RegistrationErrors.HeadStays,
            ChangeErrors.UnknownReason, ChangeErrors.WrongDay, SystemErrors.ChangedMeanwhile);
        enter.MapPost("/head", ChangeHead.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.NoSuchMember, RegistrationErrors.RelationsMissing, RegistrationErrors.SecondHead,
            RegistrationErrors.SecondSpouse, SystemErrors.ChangedMeanwhile);
        enter.MapPut("/details", ChangeDetails.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.DetailsUnreadable, SystemErrors.ChangedMeanwhile);
        enter.MapPut("/incomes/{year:int}", PutIncomeSheet.Handle).Refuses(
            RegistrationErrors.NoSuchHousehold, RegistrationErrors.IncomeUnreadable, SystemErrors.ChangedMeanwhile);

        app.MapPost("/households/{id:guid}/exit", ExitHousehold.Handle)
            .RequireAuthorization(Permissions.ApproveRegister)
            .Refuses(RegistrationErrors.NoSuchHousehold, RegistrationErrors.NotRegistered, SystemErrors.ChangedMeanwhile);
    }
}
