using System.Diagnostics;
using System.Text.Json;
using Fupin.Aid.Parameters;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Policies;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records.Imports;

/// <summary>
/// Takes an uploaded workbook of records in for checking (上传记录). Whom its rows name is asked of registration now, with the officer's own
/// token and while the officer is there; what goes on in the background needs nobody's token.
/// </summary>
internal static class UploadRecords
{
    private const int KeptDays = 30;

    public static async Task<Results<Accepted<GetRecordImport.Response>, Refusal>> Handle(
        RecordKind kind, HttpRequest request, bool? commit, DbContext db, FieldCipher cipher, Register register, PolicyBook book, CurrentOfficer officer,
        TimeProvider clock, JobBell<RecordImport> bell, CancellationToken ct)
    {
        var (content, sheet, refusal) = await UploadedWorkbook.ReadAsync(request, kind.Form, ct);
        if (sheet is null) return refusal!;

        var named = RowsNamed(kind, sheet);
        FoundPeople found = new(new Dictionary<int, FoundPlace>(), new Dictionary<int, FoundPlace>());
        if (named.Count > 0)
        {
            var numbers = named.Select(row => row.Number).ToList();
            var asking = new Asking(EnterRecord.Purpose, kind.Name, kind.Title);
            var (answer, down) = kind.Subject == RecordSubject.Person
                ? await register.FindPersonsAsync(numbers, [], asking, ct)
                : await register.FindPersonsAsync([], numbers, asking, ct);
            if (answer is null) return down!;
            found = answer;
        }

        var places = kind.Subject == RecordSubject.Person ? found.Persons : found.Households;
        var id = Guid.CreateVersion7();
        var job = new RecordImport
        {
            Id = id,
            Kind = kind.Name,
            OfficerId = officer.Id,
            OfficerName = officer.Name,
            Region = officer.Region,
            Commit = commit == true,
            Content = cipher.SealBytes(content, RecordImport.Table, nameof(RecordImport.Content), id),
            People = JsonSerializer.Serialize(places.ToDictionary(place => named[place.Key].Row, place => place.Value), EventCatalog.Json),
            UploadedAtUtc = clock.UtcNow(),
            KeptUntil = clock.Today().AddDays(KeptDays),
            LeaseUntilUtc = DateTime.UnixEpoch,
            TraceParent = Activity.Current?.Id,
        };
        db.Add(job);
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return TypedResults.Accepted($"/api/{book.Department}/{kind.Name}/imports/{id}", GetRecordImport.Of(job, []));
    }

    // A number that cannot be one is not asked for.
    private static List<(int Row, string Number)> RowsNamed(RecordKind kind, WorkbookSheet sheet)
    {
        if (kind.Subject == RecordSubject.None) return [];
        var header = kind.SubjectHeaders[0];
        return
        [
            .. from row in sheet.Rows
               let number = RecordRows.NumberOf(kind, sheet.Cell(row, header))
               where number is not null
               select (row.Number, number),
        ];
    }
}
