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

    /// <summary>A workbook of tables (结果工作簿), one sheet each: the header row, then rows of texts and numbers.</summary>
    public static byte[] OfTables(IReadOnlyList<WorkbookTable> tables) => Write(tables.Select(table => (
        table.Name,
        table.Headers,
        table.Rows.Select((row, index) => (index + 2, row.Select((value, place) => value switch
        {
            null => Text(place, index + 2, "", 0),
            IFormattable number and (int or long or decimal) => new Cell
            {
                CellReference = Reference(place, index + 2),
                CellValue = new CellValue(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
            },
            _ => Text(place, index + 2, value.ToString()!, 0),
        }))))));

    private static byte[] Write(SheetForm form, IReadOnlyList<string> columns, IEnumerable<(int Number, IEnumerable<Cell> Cells)> rows) => Write([(form.Name, columns, rows)]);

    private static byte[] Write(IEnumerable<(string Name, IReadOnlyList<string> Columns, IEnumerable<(int Number, IEnumerable<Cell> Cells)> Rows)> tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            foreach (var (name, columns, rows) in tables)
            {
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

                sheets.AppendChild(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
            }

            workbook.Workbook = new Workbook(sheets);
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

/// <summary>A table of a result (结果表), as a sheet of a workbook.</summary>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Headers">The header row.</param>
/// <param name="Rows">The rows: texts, whole numbers, decimals; null leaves a cell empty.</param>
public sealed record WorkbookTable(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows);
