using Fupin.Portal.Clients;
using Fupin.Portal.Lists;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Fupin.Portal.Aid;

/// <summary>A page of a department's desk (部门经办页). The desks share their pages; the address says whose it is.</summary>
public abstract class DeskPage : ComponentBase
{
    [Inject] private protected ServiceClient Services { get; set; } = null!;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private IHttpContextAccessor Http { get; set; } = null!;

    private protected ListState List { get; set; } = null!;

    private protected string Department => List.Department;

    private protected Problem? Problem { get; set; }

    private protected bool MayEnter => Has(Permissions.EnterAid);

    private protected bool MayApprove => Has(Permissions.ApproveAid);

    /// <summary>The officer, who never checks the own work.</summary>
    private protected Guid Own => Guid.Parse(Http.HttpContext!.User.FindFirst("sub")!.Value);

    protected override void OnInitialized() => List = ListState.Of(Http.HttpContext!);

    /// <summary>Sends something to the department, and goes on to a page when it was taken.</summary>
    private protected async Task SendAsync(string path, object body, string next)
    {
        var answer = await Services.PostAsync<Nothing>(Department, path, body);
        Problem = answer.Problem;
        if (answer.Ok) Navigation.NavigateTo(next);
    }

    // These count in the officer's own department only.
    private bool Has(string permission) => Http.HttpContext!.User is var user && user.HasClaim("permission", permission) && user.HasClaim("department", Department);
}
