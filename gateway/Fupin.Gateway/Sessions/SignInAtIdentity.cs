using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Fupin.Gateway.Sessions;

/// <summary>Signs a browser in at identity (单点登录): a cookie outside, the officer's token behind it; machines bring their own token.</summary>
internal static class SignInAtIdentity
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Caller = "caller";
    private const string Entrance = "entrance";
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.AddSharedDataProtection("gateway");
        builder.Services.TryAddSingleton<SharedKeys>();
        builder.Services.AddSingleton<SessionTokens>();
        builder.Services.AddSingleton<IAccessToken>(services => services.GetRequiredService<SessionTokens>());
        builder.Services.AddSingleton<ITicketStore, SessionStore>();
        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "fupin-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = FormToken.Header;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = Caller;
                options.DefaultChallengeScheme = Entrance;
                options.DefaultForbidScheme = Entrance;
                options.DefaultSignInScheme = Cookie;
            })
            .AddPolicyScheme(Caller, null, scheme => scheme.ForwardDefaultSelector = context => HasToken(context) ? JwtBearerDefaults.AuthenticationScheme : Cookie)
            .AddPolicyScheme(Entrance, null, scheme =>
            {
                scheme.ForwardDefaultSelector = context => IsForMachines(context) ? JwtBearerDefaults.AuthenticationScheme : OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(Cookie, options =>
            {
                options.Cookie.Name = "__Host-fupin";
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = WorkingDay;
                options.SlidingExpiration = false;
                options.TimeProvider = TimeProvider.System;
                options.EventsType = typeof(SessionTokens);
            })
            .AddOpenIdConnect(options =>
            {
                options.SignInScheme = Cookie;
                options.ForwardForbid = Cookie;
                options.TimeProvider = TimeProvider.System;
                options.ClientId = PortalSignIn.ClientId;
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.CallbackPath = PortalSignIn.SignedInPath;
                options.SignedOutCallbackPath = PortalSignIn.SignedOutPath;
                options.Scope.Clear();
                foreach (var scope in new[] { "openid", "profile", "offline_access" }) options.Scope.Add(scope);
                options.SaveTokens = true;
                options.MapInboundClaims = false;
                options.DisableTelemetry = true;
                options.TokenValidationParameters.NameClaimType = "name";
                options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
                options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
                options.Events.OnRedirectToIdentityProvider = AtThePublicAddress;
                options.Events.OnRemoteFailure = StartAgain;
            });
        builder.Services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<ITicketStore>((options, store) => options.SessionStore = store);
        builder.Services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure<SharedKeys, IHttpClientFactory>((options, keys, clients) =>
        {
            var issuer = builder.Configuration.Issuer();
            options.ClientSecret = PortalSignIn.Secret(keys);
            options.Backchannel = clients.CreateClient("identity");
            options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                "http://identity/.well-known/jwks", new IdentityMetadata(issuer), new HttpDocumentRetriever(options.Backchannel) { RequireHttps = false });
        });
    }

    /// <summary>Machines get problem documents, people are sent to sign in.</summary>
    public static bool IsForMachines(HttpContext context) => HasToken(context) || context.Request.Path.StartsWithSegments("/api");

    private static bool HasToken(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    // Cookies belong to one host name: whoever came by another is sent to the public one first.
    private static Task AtThePublicAddress(RedirectContext context)
    {
        var issuer = context.HttpContext.RequestServices.GetRequiredService<IConfiguration>().Issuer();
        if (context.Request.Host.Value != issuer.Authority)
        {
            context.Response.Redirect(new Uri(issuer, context.Request.Path + context.Request.QueryString).AbsoluteUri);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    // Such as a sign-in page left open overnight.
    private static Task StartAgain(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignInAtIdentity))
            .LogWarning("A sign-in did not end well: {Reason}", context.Failure?.Message);
        context.Response.Redirect("/");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    // The browser goes to the public address, the gateway itself straight to identity.
    private sealed class IdentityMetadata(Uri issuer) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var metadata = new OpenIdConnectConfiguration
            {
                Issuer = issuer.AbsoluteUri,
                AuthorizationEndpoint = new Uri(issuer, "connect/authorize").AbsoluteUri,
                EndSessionEndpoint = new Uri(issuer, "connect/logout").AbsoluteUri,
                TokenEndpoint = "http://identity/connect/token",
                JsonWebKeySet = keys,
            };
            foreach (var key in keys.GetSigningKeys()) metadata.SigningKeys.Add(key);
            return metadata;
        }
    }
}
