using System.IO.Compression;
using System.Text;
using Fupin.Testing;

namespace Fupin.EducationAid.Tests.Records;

/// <summary>Workbooks that nobody uploads by honest work.</summary>
internal static class BadWorkbook
{
    public static byte[] WithFormula(string sheet, IReadOnlyList<string> headers)
    {
        var content = AWorkbook.Of(sheet, headers, [AWorkbook.IdNumber(999)]);
        return Changed(content, archive =>
        {
            var part = archive.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(part.Open())) xml = reader.ReadToEnd();
            var (name, changed) = (part.FullName, xml.Replace("</x:row></x:sheetData>", "<x:c r=\"F2\"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>", StringComparison.Ordinal));
            if (changed == xml) throw new InvalidOperationException("There is no row to put a formula into.");
            part.Delete();
            Write(archive, name, changed);
        });
    }

    public static byte[] ZipBomb() => Changed(AWorkbook.Of("学籍", ["证件号码"], [["1"]]), archive => Write(archive, "xl/media/zeros.bin", new string('0', 40_000_000)));

    private static byte[] Changed(byte[] content, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(archive);
        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
