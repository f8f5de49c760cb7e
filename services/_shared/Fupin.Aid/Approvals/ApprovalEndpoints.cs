using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fupin.Aid.Approvals;

internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder app)
    {
        app.MapGet("/approvals", ListApprovals.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(AidErrors.NoSuchState);
        app.MapGet("/offsets", ListOffsets.Handle).RequireAuthorization(Permissions.ReadAid);
        var approvals = app.MapDesk("/approvals").RequireAuthorization(Permissions.ApproveAid);
        approvals.MapPost("/", ApproveItems.Handle)
            .Refuses(AidErrors.NothingChosen, AidErrors.NoSuchItem, AidErrors.NothingToApprove, AidErrors.NotReadyForApproval, AidErrors.PaidElsewhere);
        approvals.MapPost("/{id:guid}/confirm", ConfirmApproval.Handle)
            .Refuses(AidErrors.NoSuchApproval, AidErrors.ApprovalClosed, AidErrors.SameOfficer, AidErrors.ChangedSinceApproval);
        approvals.MapPost("/{id:guid}/return", ReturnApproval.Handle)
            .Refuses(AidErrors.NoSuchApproval, AidErrors.ApprovalClosed, AidErrors.NoReason);
        app.MapDesk("/proposals").MapPost("/{itemId:guid}/overpayment", DecideOverpayment.Handle).RequireAuthorization(Permissions.ApproveAid)
            .Refuses(AidErrors.NoSuchItem, AidErrors.NothingOverpaid, AidErrors.NoReason);
    }
}
