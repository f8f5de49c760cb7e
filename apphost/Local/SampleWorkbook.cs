using System.IO.Compression;
using System.Security;
using System.Text;

namespace Fupin.AppHost.Local;

/// <summary>Writes the smallest workbook that a spreadsheet opens: one sheet of text cells.</summary>
internal static class SampleWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Write(string sheet, IReadOnlyList<string> headers, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SecurityElement.Escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add(zip, "xl/worksheets/sheet1.xml", Sheet(headers, rows));
        }

        return file.ToArray();
    }

    private static string Sheet(IReadOnlyList<string> headers, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        AddRow(xml, 1, headers);
        var number = 1;
        foreach (var row in rows) AddRow(xml, ++number, headers.Select(header => row.GetValueOrDefault(header, "")));
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void AddRow(StringBuilder xml, int number, IEnumerable<string> cells)
    {
        xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<row r="{number}">""");
        var column = 0;
        foreach (var cell in cells)
        {
            if (cell.Length > 0)
                xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<c r="{NameOf(column)}{number}" t="inlineStr"><is><t>{SecurityElement.Escape(cell)}</t></is></c>""");
            column++;
        }

        xml.Append("</row>");
    }

    private static string NameOf(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
