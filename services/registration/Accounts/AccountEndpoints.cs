using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/households/{id:guid}/account").RequireAuthorization(Permissions.ReadAid).WithTags("Accounts");
        account.MapGet("/", GetAccount.Handle).Refuses(RegistrationErrors.NoSuchHousehold, StackingErrors.NotAMonth);
        account.MapGet("/history", GetHistory.Handle).Refuses(RegistrationErrors.NoSuchHousehold, StackingErrors.NotAMonth);
    }
}
