using Fupin.Aid.Approvals;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Aid.Reasons;
using Fupin.Aid.Records;
using Fupin.Aid.Records.Unmatched;
using Fupin.Aid.Trials;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fupin.Aid;

/// <summary>Gives a department its aid desk (救助业务): what every aid-granting department does, whatever its policies are.</summary>
public static class AidRegistration
{
    /// <summary>Registers the desk with the department's policies and its own records on households.</summary>
    public static void AddAid<TOwnRecords>(this WebApplicationBuilder builder, PolicyBook book)
        where TOwnRecords : class, IOwnRecords
    {
        builder.Services.AddSingleton(book);
        builder.Services.AddScoped<IOwnRecords, TOwnRecords>();
        builder.Services.AddScoped<CurrentParameters>();
        builder.Services.AddScoped<HouseholdFiles>();
        builder.Services.AddScoped<AidDesk>();
        builder.Services.AddScoped<AidCases>();
        builder.Services.AddScoped<RecordDesk>();
        builder.Services.AddScoped<UnmatchedRecords>();
        builder.Services.TryAddSingleton(new RecordKinds([])); // a department that keeps some says which
        builder.Services.AddScoped<IMigrateStep, ParameterSeed>();
        builder.Services.AddHostedService<MonthOpening>();
    }

    /// <summary>Listens to what every aid desk needs to hear: households on, changed and off the register, and the result of stacking.</summary>
    public static Listening ToAid(this Listening listen) => listen
        .To<HouseholdRegisteredConsumer>()
        .To<HouseholdChangedConsumer>()
        .To<HouseholdExitedConsumer>()
        .To<MembersMovedConsumer>()
        .To<AidStackedConsumer>();

    /// <summary>Serves proposals, approvals, parameters and the count of work.</summary>
    public static void MapAid(this IEndpointRouteBuilder app)
    {
        app.MapHouseholds();
        app.MapProposals();
        app.MapApprovals();
        app.MapParameters();
        app.MapReasons();
        app.MapGrpcService<TrialsGrpc>();
    }

    /// <summary>
    /// A group of routes that change something at this desk: of two officers who change the same row at once the second is told so.
    /// That only the department's own officers may is part of the permissions aid.enter and aid.approve.
    /// </summary>
    public static RouteGroupBuilder MapDesk(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix);
        group.AddEndpointFilter(ConflictAsync);
        return group;
    }

    private static async ValueTask<object?> ConflictAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AidErrors.ChangedMeanwhile;
        }
    }
}
