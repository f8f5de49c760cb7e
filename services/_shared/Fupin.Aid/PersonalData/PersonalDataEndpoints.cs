using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegisterClient = Fupin.Contracts.Registration.Grpc.Households.HouseholdsClient;

namespace Fupin.Aid.PersonalData;

/// <summary>For departments whose officers must at times know who a household is (个人信息查询).</summary>
public static class PersonalDataRegistration
{
    /// <summary>Registers the question to registration; again has no effect.</summary>
    public static void AddPersonalData(this WebApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(Register))) return;
        builder.AddGrpcClientOf<RegisterClient>("registration");
        builder.Services.AddScoped<Register>();
    }

    /// <summary>Serves the person behind an item, and the record of such questions.</summary>
    public static void MapPersonalData(this IEndpointRouteBuilder app)
    {
        app.MapPost("/proposals/{itemId:guid}/person", RevealPerson.Handle)
            .RequireAuthorization(Permissions.EnterAid, Permissions.RevealPersonal)
            .Refuses(AidErrors.NoSuchItem, AidErrors.NoPurpose, AidErrors.NoReason, AidErrors.RegisterDown);
        app.MapGet("/data-requests", ListDataRequests.Handle).RequireAuthorization(Permissions.ReadAid);
    }
}
