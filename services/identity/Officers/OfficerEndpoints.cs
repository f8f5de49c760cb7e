using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Identity.Officers;

internal static class OfficerEndpoints
{
    public static void AddOfficers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddScoped<IMigrateStep, FirstOfficer>();
        if (builder.Environment.IsDevelopment()) builder.Services.AddScoped<IMigrateStep, DevelopmentOfficers>();
    }

    public static void MapOfficers(this IEndpointRouteBuilder app)
    {
        var officers = app.MapGroup("/officers").RequireAuthorization(Permissions.KeepOfficers);
        officers.MapGet("/", ListOfficers.Handle);
        officers.MapPost("/", AppointOfficer.Handle)
            .Refuses(SystemErrors.Unreadable, IdentityErrors.LoginTaken, IdentityErrors.PasswordTooWeak, IdentityErrors.RegionDoesNotFit, IdentityErrors.OutsideRegion);
        officers.MapPost("/{id:guid}/deactivate", DeactivateOfficer.Handle).Refuses(IdentityErrors.NoSuchOfficer, IdentityErrors.OwnAccount);
    }
}
