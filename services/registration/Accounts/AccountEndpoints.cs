using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app) => app.MapGet("/households/{id:guid}/account", GetAccount.Handle)
        .RequireAuthorization(Permissions.ReadAid).WithTags("Accounts").Refuses(RegistrationErrors.NoSuchHousehold, StackingErrors.NotAMonth);
}
