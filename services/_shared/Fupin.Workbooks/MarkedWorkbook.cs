using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fupin.Workbooks;

/// <summary>The workbook that goes back to the officer (校验后的工作簿): the same rows, the cells at fault coloured, and a column that says what is wrong.</summary>
public static class MarkedWorkbook
{
    private const uint ErrorStyle = 1;
    private const uint WarningStyle = 2;
    private const uint HeaderStyle = 3;
    private const uint DayStyles = 4; // the plain one, then as above
    private const uint DayFormat = 14; // the spreadsheet's own format of a day

    /// <summary>The rows of a sheet with what was found.</summary>
    public static byte[] Of(WorkbookSheet sheet, SheetForm form, IReadOnlyCollection<Finding> findings)
    {
        var columns = sheet.Columns.Where(column => column != form.Result).Append(form.Result).ToList();
        var ofRow = findings.ToLookup(finding => finding.Row);
        return Write(form, columns, sheet.Rows.Select(row => (row.Number, Cells(sheet, form, row, columns, [.. ofRow[row.Number]]))));
    }

    /// <summary>An empty workbook with the headers (模板).</summary>
    public static byte[] Template(SheetForm form) => Write(form, form.Headers, []);

    private static IEnumerable<Cell> Cells(WorkbookSheet sheet, SheetForm form, SheetRow row, List<string> columns, List<Finding> findings)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place] == form.Result)
            {
                if (findings.Count > 0) yield return Text(place, row.Number, string.Join('；', findings.Select(finding => $"{finding.Check} {finding.Text}")), 0);
                continue;
            }

            // A header that stands twice keeps its own cells: places, not names, are copied. 校验结果 of an earlier round is left out.
            var from = sheet.Columns.Select((column, i) => (column, i)).Where(column => column.column != form.Result).ElementAt(place).i;
            var level = findings.Where(finding => finding.Header == columns[place]).Select(finding => (FindingLevel?)finding.Level).Max();
            var style = level switch { FindingLevel.Error => ErrorStyle, FindingLevel.Warning => WarningStyle, _ => 0u };
            if (!row.Cells.TryGetValue(from, out var cell))
            {
                if (style > 0) yield return new Cell { CellReference = Reference(place, row.Number), StyleIndex = style };
                continue;
            }

            yield return cell.IsNumber
                ? new Cell { CellReference = Reference(place, row.Number), StyleIndex = form.Days.Contains(columns[place]) ? DayStyles + style : style, CellValue = new CellValue(cell.Raw) }
                : Text(place, row.Number, cell.Raw, style);
        }
    }

    private static byte[] Write(SheetForm form, IReadOnlyList<string> columns, IEnumerable<(int Number, IEnumerable<Cell> Cells)> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = workbook.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(part))
            {
                writer.WriteStartElement(new Worksheet());
                writer.WriteStartElement(new SheetData());
                WriteRow(writer, 1, columns.Select((column, place) => Text(place, 1, column, HeaderStyle)));
                foreach (var (number, cells) in rows) WriteRow(writer, number, cells);
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = form.Name, SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        return stream.ToArray();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell Text(int place, int row, string text, uint style) => new()
    {
        CellReference = Reference(place, row),
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static string Reference(int place, int row)
    {
        var letters = "";
        for (var left = place + 1; left > 0; left = (left - 1) / 26) letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Stylesheet Styles()
    {
        static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

        return new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFF8B4AE"), Solid("FFFFE7A8")),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FillId = 2, ApplyFill = true },
                new CellFormat { FillId = 3, ApplyFill = true },
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
                new CellFormat { FillId = 2, ApplyFill = true, NumberFormatId = DayFormat, ApplyNumberFormat = true },
                new CellFormat { FillId = 3, ApplyFill = true, NumberFormatId = DayFormat, ApplyNumberFormat = true }));
    }
}
