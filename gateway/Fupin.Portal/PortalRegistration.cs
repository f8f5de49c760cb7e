using Fupin.Portal.Aid;
using Fupin.Portal.Clients;
using Fupin.Portal.Employment;
using Fupin.Portal.Lists;
using Fupin.Portal.MedicalAid;
using Fupin.Portal.Registration;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Portal;

/// <summary>Hosts the portal (门户) in a gateway.</summary>
public static class PortalRegistration
{
    private static readonly string[] Desks = ["education-aid", "employment", "social-assistance", "medical-aid"];

    /// <summary>Registers pages and the client of the services behind. The host says who is signed in and gives the token.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<ServiceClient>();
    }

    /// <summary>Serves the pages, their static files and the exports of their lists.</summary>
    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapExport("/registration/imports", "登记表", ImportsPage.Listing, Permissions.EnterRegister);
        app.MapExport("/registration/batches", "识别批次", BatchesPage.Listing, Permissions.ReadRegister);
        app.MapExport("/registration/households", "户册", HouseholdsPage.Listing, Permissions.ReadRegister);
        app.MapExport("/registration/stacking-rules", "叠加规则", StackingRulesPage.Listing, Permissions.ReadAid);
        app.MapExport("/employment/loans", "小额贷款", LoansPage.Listing, Permissions.ReadAid);
        app.MapExport("/employment/public-posts", "公益性岗位", PostsPage.Listing, Permissions.ReadAid);
        app.MapExport("/medical-aid/settlements", "结算单", SettlementsPage.Listing, Permissions.ReadAid);
        foreach (var desk in Desks)
        {
            app.MapExport($"/{desk}/proposals", $"{Texts.Word(desk)}拟发项目", ProposalsPage.Listing, Permissions.ReadAid);
            app.MapExport($"/{desk}/approvals", $"{Texts.Word(desk)}审批批次", ApprovalsPage.Listing, Permissions.ReadAid);
            app.MapExport($"/{desk}/parameters", $"{Texts.Word(desk)}政策参数", ParametersPage.Listing, Permissions.ReadAid);
        }
    }
}
