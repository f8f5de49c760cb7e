using Fupin.Audit.Data;
using Fupin.Contracts.Audit.Grpc;
using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

namespace Fupin.Audit.Trail;

[Authorize(Permissions.ReadAudit)]
internal sealed class VerificationGrpc(AuditDb db) : Verification.VerificationBase
{
    public override async Task<VerifyReply> Verify(VerifyRequest request, ServerCallContext context)
    {
        var result = await VerifyTrail.Handle(db, context.CancellationToken);
        return new VerifyReply
        {
            Whole = result.Whole,
            Entries = result.Entries,
            FirstBadSequence = result.FirstBadSequence ?? 0,
            ExpectedHash = result.ExpectedHash ?? "",
            FoundHash = result.FoundHash ?? "",
            LastHash = result.LastHash,
        };
    }
}
