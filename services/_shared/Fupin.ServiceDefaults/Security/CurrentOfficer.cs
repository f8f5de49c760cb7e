using System.Security.Claims;
using Fupin.Contracts.Values;
using Microsoft.AspNetCore.Http;

namespace Fupin.ServiceDefaults.Security;

/// <summary>Who is asking (当前经办人), from the token of the request.</summary>
/// <param name="http">The request.</param>
public sealed class CurrentOfficer(IHttpContextAccessor http)
{
    /// <summary>Whether anybody is.</summary>
    public bool IsSignedIn => User?.Identity?.IsAuthenticated == true;

    /// <summary>The officer's id.</summary>
    public Guid Id => Guid.Parse(Claim("sub"));

    /// <summary>The officer's name.</summary>
    public string Name => Claim("name");

    /// <summary>The department, by its service name.</summary>
    public string Department => Claim("department");

    /// <summary>The region whose rows the officer sees.</summary>
    public DivisionCode Region => DivisionCode.Parse(Claim("region"));

    /// <summary>Whether the officer holds a permission.</summary>
    public bool Has(string permission) => User?.HasClaim("permission", permission) == true;

    private ClaimsPrincipal? User => http.HttpContext?.User;

    private string Claim(string type) =>
        User?.FindFirstValue(type) ?? throw new InvalidOperationException($"The token carries no '{type}'.");
}

/// <summary>The access token of the signed-in officer (访问令牌), to call services on the officer's behalf.</summary>
public interface IAccessToken
{
    /// <summary>The token of a request; null when nobody is signed in.</summary>
    ValueTask<string?> GetAsync(HttpContext context);
}
