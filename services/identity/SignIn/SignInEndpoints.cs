using Fupin.Identity.Data;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fupin.Identity.SignIn;

internal static class SignInEndpoints
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.AddSharedDataProtection("identity");
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped(services => new SignInCounts(services.GetRequiredService<IdentityDb>(), TimeProvider.System));
        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "fupin-sign-in-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true; // the gateway sets it, once
        });
        builder.Services.AddAuthentication().AddCookie(SignInSession.Scheme, options =>
        {
            options.Cookie.Name = "__Host-fupin-sign-in";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = false;
            options.TimeProvider = TimeProvider.System;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
        });
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").AllowAnonymous().ExcludeFromDescription();
        account.MapGet("/sign-in", SignInSession.Show);
        account.MapPost("/sign-in", SignInSession.Open);
        account.MapGet("/sign-in.css", () => Results.Stream(typeof(SignInEndpoints).Assembly.GetManifestResourceStream("sign-in.css")!, "text/css"));
    }
}
