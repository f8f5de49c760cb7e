using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Fupin.ServiceDefaults;

namespace Fupin.Workbooks;

/// <summary>Reads an uploaded workbook (读取工作簿), bounded in every direction before anything is unpacked; a refusal instead of a sheet for what is not one.</summary>
public static class ReadWorkbook
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;
    private const long MaxUnpacked = 128L * 1024 * 1024;
    private const int MaxRatio = 150;
    private const long RatioMatters = 1024 * 1024;
    private const int MaxParts = 500;
    private const int MaxRows = 20_000;
    private const int MaxColumns = 200;
    private const int MaxCellLength = 2_000;

    /// <summary>The sheet of a form in a workbook, or why it is refused.</summary>
    public static (WorkbookSheet? Sheet, Refusal? No) From(byte[] content, SheetForm form)
    {
        if (content.Length > MaxBytes) return (null, form.Refusals.TooLarge);
        if (BoundsOf(content, form.Refusals) is { } unfit) return (null, unfit);
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            return Read(document, form);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or FileFormatException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or IOException)
        {
            // The parts of a package can be broken in any of these ways; none of them is a workbook.
            return (null, form.Refusals.NotAWorkbook);
        }
    }

    // The archive's own list is enough: .NET unpacks no part beyond the size that stands there.
    private static Refusal? BoundsOf(byte[] content, WorkbookRefusals refusals)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxParts) return refusals.Unpacks;
            if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked) return refusals.Unpacks;
            if (archive.Entries.Any(entry => entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio)) return refusals.Unpacks;
            if (archive.GetEntry("xl/workbook.xml") is null) return refusals.NotAWorkbook;
            return archive.Entries.Any(entry => entry.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                ? refusals.HasExternalLinks
                : null;
        }
        catch (InvalidDataException)
        {
            return refusals.NotAWorkbook;
        }
    }

    private static (WorkbookSheet?, Refusal?) Read(SpreadsheetDocument document, SheetForm form)
    {
        if (document.WorkbookPart is not { } workbook) return (null, form.Refusals.NotAWorkbook);
        if (workbook.ExternalWorkbookParts.Any() || workbook.ExternalRelationships.Any()) return (null, form.Refusals.HasExternalLinks);
        var named = workbook.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == form.Name);
        if (named?.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part) return (null, form.Refusals.SheetMissing.With(form.Name));
        if (part.ExternalRelationships.Any() || part.HyperlinkRelationships.Any(link => link.IsExternal)) return (null, form.Refusals.HasExternalLinks);

        string[] shared = workbook.SharedStringTablePart?.SharedStringTable is { } table ? [.. table.Elements<SharedStringItem>().Select(item => item.InnerText)] : [];
        List<SheetRow> rows = [];
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            if (rows.Count > MaxRows) return (null, form.Refusals.TooManyRows.With(MaxRows));
            var row = (Row)reader.LoadCurrentElement()!;
            Dictionary<int, SheetCell> cells = [];
            var place = -1;
            foreach (var cell in row.Elements<Cell>())
            {
                place = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : place + 1;
                if (cell.CellFormula is not null) return (null, form.Refusals.HasFormulas.With(cell.CellReference?.Value ?? "?"));
                if (place >= MaxColumns) continue;
                var read = Of(cell, shared);
                if (read.Raw.Length > 0) cells[place] = read;
            }

            if (cells.Count > 0) rows.Add(new SheetRow((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), cells));
        }

        return Shape(rows, form);
    }

    private static (WorkbookSheet?, Refusal?) Shape(List<SheetRow> rows, SheetForm form)
    {
        if (rows is not [{ Number: 1 } header, ..]) return (null, form.Refusals.ColumnsMissing.With(string.Join('、', form.Required)));
        var columns = Enumerable.Range(0, header.Cells.Keys.Max() + 1).Select(place => header.Cells.TryGetValue(place, out var cell) ? cell.Text : "").ToList();
        var missing = form.Required.Except(columns).ToList();
        if (missing.Count > 0) return (null, form.Refusals.ColumnsMissing.With(string.Join('、', missing)));
        if (form.Headers.FirstOrDefault(name => columns.Count(column => column == name) > 1) is { } twice) return (null, form.Refusals.ColumnTwice.With(twice));
        var sheet = new WorkbookSheet(columns, [.. rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Value.Text.Length > 0))]);
        return sheet.Rows.Count == 0 ? (null, form.Refusals.NoRows) : (sheet, null);
    }

    private static SheetCell Of(Cell cell, string[] shared)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString) return Text(cell.InlineString?.InnerText ?? "");
        var value = cell.CellValue?.Text ?? "";
        if (type == CellValues.SharedString) return Text(int.TryParse(value, out var index) && index >= 0 && index < shared.Length ? shared[index] : "");
        return type is null || type == CellValues.Number ? new SheetCell(value, value.Length > 0) : Text(value);
    }

    private static SheetCell Text(string text) => new(text.Length > MaxCellLength ? text[..MaxCellLength] : text, false);

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter)) column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1), MaxColumns + 1);
        return column - 1;
    }
}
