using System.Text.Json;
using Fupin.Aid.Parameters;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Policies;
using Fupin.Aid.Records.Imports;
using Fupin.Aid.Records.Unmatched;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Aid.Records;

/// <summary>For departments that keep records (部门记录): one line registers all kinds, one serves them.</summary>
public static class RecordRegistration
{
    /// <summary>Registers the department's kinds of records, with what enters, imports and matches them.</summary>
    public static void AddRecords(this WebApplicationBuilder builder, params RecordKind[] kinds)
    {
        builder.AddPersonalData();
        builder.Services.AddSingleton(new RecordKinds(kinds));
        builder.Services.AddScoped<RecordImportWork>();
        builder.Services.AddJobs<RecordImport, RecordImportPieces>();
    }

    /// <summary>
    /// Serves every kind under its name (enter, list, columns, template, imports), what kinds there are under <c>/records</c>, and the work
    /// list of unmatched records under <c>/unmatched</c>.
    /// </summary>
    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        var kinds = app.ServiceProvider.GetRequiredService<RecordKinds>();
        app.MapGet("/records", DescribeKind.All).RequireAuthorization(Permissions.ReadAid);
        foreach (var kind in kinds.All) app.MapKind(kind);

        var unmatched = app.MapDesk("/unmatched").RequireAuthorization(Permissions.EnterAid);
        unmatched.MapGet("/", ListUnmatched.Handle).Refuses(AidErrors.NoSuchUnmatchedState);
        unmatched.MapGet("/{id:guid}", ListUnmatched.One).Refuses(AidErrors.NoSuchUnmatched);
        unmatched.MapPost("/{id:guid}/match", MatchUnmatched.Handle)
            .Refuses(AidErrors.NoSuchUnmatched, AidErrors.UnmatchedClosed, AidErrors.NoSuchHousehold, AidErrors.NoSuchMember, AidErrors.RecordElsewhere);
        unmatched.MapPost("/{id:guid}/dismiss", DismissUnmatched.Handle).Refuses(AidErrors.NoSuchUnmatched, AidErrors.UnmatchedClosed, AidErrors.NoReason);
    }

    private static void MapKind(this IEndpointRouteBuilder app, RecordKind kind)
    {
        var read = app.MapGroup($"/{kind.Name}").RequireAuthorization(Permissions.ReadAid);
        read.MapGet("/", (DbContext db, Guid? household, string? after, int? size, CancellationToken ct) => ListRecords.Handle(kind, db, household, after, size, ct));
        read.MapGet("/columns", () => DescribeKind.Handle(kind));
        read.MapGet("/template", () => DescribeKind.Template(kind));

        var enter = app.MapDesk($"/{kind.Name}").RequireAuthorization(Permissions.EnterAid);
        enter.MapPost("/", ([FromBody] JsonElement body, DbContext db, RecordDesk desk, UnmatchedRecords unmatched, Register register, CurrentOfficer officer, CancellationToken ct) =>
                EnterRecord.Handle(kind, body, db, desk, unmatched, register, officer, ct))
            .Refuses([
                .. kind.Refusals, AidErrors.WrongField, AidErrors.NoSuchHousehold, AidErrors.NoSuchMember, AidErrors.NoSubject, AidErrors.NoHousehold,
                AidErrors.RecordElsewhere, AidErrors.RegisterDown,
            ]);

        var imports = enter.MapGroup("/imports");
        imports.MapPost("/", (HttpRequest request, bool? commit, DbContext db, FieldCipher cipher, Register register, PolicyBook book, CurrentOfficer officer, TimeProvider clock, JobBell<RecordImport> bell, CancellationToken ct) =>
                UploadRecords.Handle(kind, request, commit, db, cipher, register, book, officer, clock, bell, ct))
            .DisableAntiforgery() // bearer tokens only; the browser's session ends at the gateway
            .WithMetadata(new RequestSizeLimitAttribute(UploadedWorkbook.MaxRequestBytes))
            .Refuses([.. AidErrors.OfWorkbook.All, AidErrors.RegisterDown]);
        imports.MapGet("/", (DbContext db, CurrentOfficer officer, Guid? after, int? size, CancellationToken ct) => GetRecordImport.List(kind, db, officer, after, size, ct));
        imports.MapGet("/{id:guid}", (Guid id, DbContext db, CurrentOfficer officer, CancellationToken ct) => GetRecordImport.Handle(kind, id, db, officer, ct))
            .Refuses(AidErrors.NoSuchImport);
        imports.MapGet("/{id:guid}/workbook", (Guid id, DbContext db, FieldCipher cipher, CurrentOfficer officer, CancellationToken ct) =>
                GetRecordImport.Workbook(kind, id, db, cipher, officer, ct))
            .Refuses(AidErrors.NoSuchImport, AidErrors.StillChecking, AidErrors.WorkbookGone);
        imports.MapPost("/{id:guid}/commit", (Guid id, DbContext db, PolicyBook book, CurrentOfficer officer, JobBell<RecordImport> bell, CancellationToken ct) =>
                GetRecordImport.Commit(kind, id, db, book, officer, bell, ct))
            .Refuses(AidErrors.NoSuchImport, AidErrors.ImportNotWaiting, AidErrors.WorkbookGone, AidErrors.ChangedMeanwhile);
    }
}
