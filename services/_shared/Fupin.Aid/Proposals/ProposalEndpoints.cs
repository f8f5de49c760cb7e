using Fupin.Aid.Proposals.Candidates;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Fupin.Aid.Proposals;

internal static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        app.MapGet("/work", CountWork.Handle).RequireAuthorization(Permissions.ReadAid);
        app.MapGet("/candidates", ListCandidates.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(AidErrors.NoSuchCandidates);
        app.MapGet("/months/{month}/check", CheckMonth.Handle).RequireAuthorization(Permissions.ReadAid).Refuses(AidErrors.NotAMonth);
        var proposals = app.MapGroup("/proposals").RequireAuthorization(Permissions.ReadAid);
        proposals.MapGet("/", ListProposals.Handle).Refuses(AidErrors.NoSuchState);
    }
}
