using Fupin.Contracts.Aid.Grpc;
using Fupin.Registration.Accounts;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;

namespace Fupin.Registration.WhatIf;

internal static class WhatIfEndpoints
{
    public static void AddWhatIf(this WebApplicationBuilder builder)
    {
        builder.AddGrpcClientsOf<Trials.TrialsClient>(DepartmentsAlive.All);
        builder.Services.AddScoped<Departments>();
        builder.Services.AddSingleton<WhatIfWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WhatIfWorker>());
    }

    public static void MapWhatIf(this IEndpointRouteBuilder app)
    {
        var trials = app.MapGroup("/what-if").WithTags("WhatIf").RequireAuthorization(Permissions.KeepStackingRules);
        trials.MapPost("/", StartWhatIf.Handle).Refuses(
            WhatIfErrors.WrongMonths, WhatIfErrors.WrongDivision, WhatIfErrors.NoSuchDepartment, WhatIfErrors.ParameterRefused, WhatIfErrors.DepartmentDown,
            StackingErrors.DraftUnreadable, StackingErrors.DraftRefused);
        trials.MapGet("/", GetWhatIf.All);
        trials.MapGet("/{id:guid}", GetWhatIf.Handle).Refuses(WhatIfErrors.NoSuchRun);
        trials.MapGet("/{id:guid}/workbook", DownloadWhatIf.Handle).Refuses(WhatIfErrors.NoSuchRun, WhatIfErrors.NotDone);
        app.MapPost("/public/entitlement-check", CheckEntitlement.Handle).AllowAnonymous().WithTags("Public")
            .Refuses(WhatIfErrors.WrongFacts, WhatIfErrors.SomeDepartmentDown);
    }
}
