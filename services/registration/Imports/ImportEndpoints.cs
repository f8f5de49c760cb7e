using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Fupin.Registration.Imports;

/// <summary>The routes of imports (导入).</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/imports").RequireAuthorization(Permissions.EnterRegister);
        imports.MapPost("/", UploadWorkbook.Handle)
            .DisableAntiforgery() // bearer tokens only; the browser's session ends at the gateway
            .WithMetadata(new RequestSizeLimitAttribute(UploadedWorkbook.MaxRequestBytes))
            .Refuses(RegistrationErrors.OfWorkbook.All);
        imports.MapGet("/", FindImports.Handle);
        imports.MapGet("/template", DownloadWorkbook.Template);
        imports.MapGet("/{id:guid}", GetImport.Handle).Refuses(RegistrationErrors.NoSuchImport);
        imports.MapGet("/{id:guid}/workbook", DownloadWorkbook.Handle)
            .Refuses(RegistrationErrors.NoSuchImport, RegistrationErrors.StillChecking, RegistrationErrors.WorkbookGone);
        imports.MapPost("/{id:guid}/commit", CommitImport.Handle)
            .Refuses(RegistrationErrors.NoSuchImport, RegistrationErrors.NotWaiting, RegistrationErrors.WorkbookGone, SystemErrors.ChangedMeanwhile);
    }
}
