using Fupin.Aid.Households;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records.Unmatched;
using Fupin.Contracts.Values;
using Fupin.Workbooks;

namespace Fupin.Aid.Records.Imports;

/// <summary>A row of a sheet of records (记录行): what was read, whom it names, and what is wrong.</summary>
internal sealed class RecordRow(int number, GivenPerson given, IRecord record, IReadOnlyList<Finding> findings)
{
    private readonly List<Finding> all = [.. findings];

    public int Number => number;

    public GivenPerson Given => given;

    public IRecord Record => record;

    public IReadOnlyList<Finding> Findings => all;

    public bool IsRight => !all.Exists(finding => finding.Level == FindingLevel.Error);

    /// <summary>Where on the register it belongs, and why nowhere.</summary>
    public FoundPlace? Place { get; set; }

    public UnmatchedReason? Missed { get; set; }

    /// <summary>Whether it says what was known already.</summary>
    public bool IsKnown { get; set; }

    public bool IsToTake => IsRight && Missed is null && !IsKnown;

    public bool IsToKeep => IsRight && Missed is not null && !IsKnown;

    public UnmatchedRow Unmatched => new(given, record, Missed!.Value, Place?.HouseholdId, Place?.MemberId);

    public void Say(string header, string check, params object[] shown) => all.Add(RecordTexts.Finding(number, header, check, shown));

    public void Say(Finding finding) => all.Add(finding);
}

/// <summary>Reads rows of records cell by cell (读取记录行).</summary>
internal static class RecordRows
{
    public static RecordRow Read(RecordKind kind, WorkbookSheet sheet, SheetRow row)
    {
        List<Finding> findings = [];
        var given = GivenBy(kind, sheet, row, findings);
        var record = kind.Blank();
        foreach (var column in kind.Columns)
        {
            var read = column.Read(sheet.Cell(row, column.Header));
            if (read.Fault is not null) findings.Add(column.Finding(row.Number, read));
            else column.Set(record, read.Value);
        }

        return new RecordRow(row.Number, given, record, findings);
    }

    /// <summary>The number by which a row names somebody, in one form; null for what cannot be one.</summary>
    public static string? NumberOf(RecordKind kind, SheetCell cell) => kind.Subject switch
    {
        RecordSubject.Person => IdCardNumber.TryParse(cell.Text, out var number) ? number.Whole : null,
        RecordSubject.Household => HouseholdNumber.TryParse(cell.Text, out var number) ? number.ToString() : null,
        _ => null,
    };

    /// <summary>Puts a row to where registration found its person, as far as that household is on the register here.</summary>
    public static void Put(RecordKind kind, RecordRow row, FoundPlace? place, Dictionary<Guid, HouseholdFile> files, RecordDesk desk)
    {
        if (kind.Subject == RecordSubject.None)
        {
            Check(kind, row, null, null, desk);
            return;
        }

        var header = kind.SubjectHeaders[0];
        row.Place = place;
        var file = place is null ? null : files.GetValueOrDefault(place.HouseholdId);
        if (place is null)
        {
            row.Missed ??= UnmatchedReason.Unknown;
            if (row.Missed == UnmatchedReason.Unknown && row.IsRight) row.Say(header, kind.Subject == RecordSubject.Person ? "UNKNOWN" : "NOHOUSEHOLD");
        }
        else if (RecordDesk.Put(row.Record, file, place.MemberId) is not null)
        {
            row.Missed = UnmatchedReason.NotRegistered;
            if (row.IsRight) row.Say(header, "UNREGISTERED");
        }
        else
        {
            row.Missed = null;
        }

        Check(kind, row, file, row.Missed is null ? place?.MemberId : null, desk);
    }

    private static void Check(RecordKind kind, RecordRow row, HouseholdFile? file, Guid? memberId, RecordDesk desk)
    {
        if (!row.IsRight) return;
        var ground = row.Missed is null ? desk.GroundOf(file, memberId) : desk.GroundOf(null, null);
        if (kind.Check(row.Record, ground) is (var column, { } refusal))
        {
            row.Say(new Finding(row.Number, column!.Header, refusal.Code, FindingLevel.Error, refusal.Text));
        }
    }

    private static GivenPerson GivenBy(RecordKind kind, WorkbookSheet sheet, SheetRow row, List<Finding> findings)
    {
        if (kind.Subject == RecordSubject.None) return new GivenPerson(null, null, null, null);
        var header = kind.SubjectHeaders[0];
        var text = sheet.Cell(row, header).Text;
        if (text.Length == 0) findings.Add(RecordTexts.Finding(row.Number, header, "REQUIRED", header));
        else if (kind.Subject == RecordSubject.Household && !HouseholdNumber.TryParse(text, out _)) findings.Add(RecordTexts.Finding(row.Number, header, "HOUSEHOLD"));
        else if (kind.Subject == RecordSubject.Person && IdCardNumber.Read(text, out _) is var fault and not IdCardFault.None)
            findings.Add(RecordTexts.Finding(row.Number, header, EnterRecord.FaultOf(fault)));

        return kind.Subject == RecordSubject.Household
            ? new GivenPerson(null, null, null, text)
            : new GivenPerson(NumberOf(kind, sheet.Cell(row, header)) ?? text, Short(1), Short(2), null);

        string? Short(int place) => sheet.Cell(row, kind.SubjectHeaders[place]).Text is { Length: > 0 and <= 40 } given ? given : null;
    }
}
