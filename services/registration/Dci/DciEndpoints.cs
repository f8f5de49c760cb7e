using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Partners;
using Fupin.Registration.Dci.Searching;
using Fupin.Registration.Dci.Subscriptions;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;

namespace Fupin.Registration.Dci;

/// <summary>The routes of the exchange with partners (对外数据交换): the paths of the DCI specification below the name of the registry, and the desk where partners are entered.</summary>
internal static class DciEndpoints
{
    public static void AddDci(this IServiceCollection services)
    {
        services.TryAddSingleton<SharedKeys>();
        services.AddSingleton<DciOptions>();
        services.AddSingleton<DciKeys>();
        services.AddSingleton<Answers>();
        services.AddScoped<PartnerDesk>();
        services.AddScoped<RecordFinder>();
        services.AddScoped<SubscriptionDesk>();
        services.AddScoped<Callbacks>();
        services.AddSingleton<IInterceptor, ChangesForPartners>();
        services.AddHostedService<TellingPartners>();
        services.AddHostedService<DeliveryWorker>();
#pragma warning disable EXTEXP0001 // removing the default handlers is marked as an evaluation API
        // A partner is called where it is listed and nowhere else: no redirects, no names of our own services; retries are the worker's.
        services.AddHttpClient(DeliveryWorker.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }

    public static void MapDci(this IEndpointRouteBuilder app)
    {
        app.MapRegistry(Registry.Ibr, "/dci/ibr", Permissions.ReadAid);
        app.MapRegistry(Registry.Social, "/dci/social", Permissions.ReadRegister);

        var partners = app.MapGroup("/dci/partners").WithTags("Dci").RequireAuthorization(Permissions.ApproveRegister);
        partners.MapGet("/", FindPartners.Handle);
        partners.MapPost("/", EnterPartner.Handle).Refuses(DciErrors.PartnerUnreadable);
        partners.MapPost("/{id:guid}/confirm", ConfirmPartner.Handle)
            .Refuses(DciErrors.NoSuchPartner, DciErrors.PartnerConfirmed, DciErrors.PartnerSameOfficer, DciErrors.PartnerEnded, SystemErrors.ChangedMeanwhile);
        partners.MapPost("/{id:guid}/end", EndPartner.Handle).Refuses(DciErrors.NoSuchPartner, DciErrors.PartnerEnded, SystemErrors.ChangedMeanwhile);
    }

    private static void MapRegistry(this IEndpointRouteBuilder app, Registry registry, string path, string permission)
    {
        var open = app.MapGroup($"{path}/.well-known").WithTags("Dci").AllowAnonymous();
        open.MapGet("/jwks.json", GetKeys.Handle);
        open.MapGet("/locations.json", GetLocations.Handle);

        var group = app.MapGroup($"{path}/registry").WithTags("Dci").RequireAuthorization(permission);
        group.MapPost("/sync/search", (HttpRequest request, PartnerDesk desk, RecordFinder finder, Answers answers, Data.RegistrationDb db, CancellationToken ct) =>
            SearchRegistry.Handle(registry, request, desk, finder, answers, db, ct));
        group.MapPost("/search", (HttpRequest request, PartnerDesk desk, RecordFinder finder, Callbacks callbacks, Data.RegistrationDb db, CancellationToken ct) =>
            SearchRegistryLater.Handle(registry, request, desk, finder, callbacks, db, ct));
        group.MapPost("/subscribe", (HttpRequest request, PartnerDesk desk, SubscriptionDesk subscriptions, Callbacks callbacks, Data.RegistrationDb db, CancellationToken ct) =>
            Subscribe.Handle(registry, request, desk, subscriptions, callbacks, db, ct));
        group.MapPost("/unsubscribe", (HttpRequest request, PartnerDesk desk, Callbacks callbacks, Data.RegistrationDb db, CancellationToken ct) =>
            Unsubscribe.Handle(registry, request, desk, callbacks, db, ct));
        group.MapPost("/txn/status", (HttpRequest request, PartnerDesk desk, Callbacks callbacks, Persistence.FieldCipher cipher, Data.RegistrationDb db, CancellationToken ct) =>
            GetTransaction.HandleLater(registry, request, desk, callbacks, cipher, db, ct));
        group.MapPost("/sync/txn/status", (HttpRequest request, PartnerDesk desk, Answers answers, Persistence.FieldCipher cipher, Data.RegistrationDb db, CancellationToken ct) =>
            GetTransaction.Handle(registry, request, desk, answers, cipher, db, ct));
    }
}
