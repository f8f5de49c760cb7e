using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.ServiceDefaults.Security;

/// <summary>Validation of officers' tokens (令牌校验): each service checks for itself; the gateway is not the guard.</summary>
public static class OfficerTokens
{
    /// <summary>Whom tokens are for (受众).</summary>
    public const string Audience = "fupin";

    /// <summary>The public address under which identity issues tokens, which is the gateway's.</summary>
    public static Uri Issuer(this IConfiguration configuration) =>
        new(configuration["Identity:Issuer"] ?? throw new InvalidOperationException("Identity:Issuer is missing."));

    internal static void AddOfficerTokens(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentOfficer>();
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SigningKeys>((options, keys) =>
        {
            options.MapInboundClaims = false;
            options.TimeProvider = TimeProvider.System; // tokens follow the machine's time, never the platform clock
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = builder.Configuration.Issuer().AbsoluteUri,
                ValidAudience = Audience,
                NameClaimType = JwtRegisteredClaimNames.Name,
                IssuerSigningKeyResolver = (_, _, kid, _) => keys.Get(kid),
                ClockSkew = TimeSpan.FromSeconds(30),
            };
            options.Events = new JwtBearerEvents
            {
                OnMessageReceived = async context => await keys.EnsureAsync(context.Request.Headers.Authorization, context.HttpContext.RequestAborted),
                OnChallenge = async context =>
                {
                    context.HandleResponse();
                    if (!context.Response.HasStarted) await SystemErrors.NotSignedIn.ExecuteAsync(context.HttpContext);
                },
                OnForbidden = context => SystemErrors.NotPermitted.ExecuteAsync(context.HttpContext),
            };
        });
        builder.Services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); // deny by default
            foreach (var permission in Permissions.All)
            {
                options.AddPolicy(permission, policy =>
                {
                    policy.RequireAuthenticatedUser().RequireClaim("permission", permission);
                    if (Permissions.OfOwnDepartment.Contains(permission)) policy.RequireClaim("department", service);
                });
            }
        });
    }
}
