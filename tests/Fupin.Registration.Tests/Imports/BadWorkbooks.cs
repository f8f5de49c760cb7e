using System.IO.Compression;
using System.Text;
using Fupin.Registration.Imports;
using Fupin.Workbooks;

namespace Fupin.Registration.Tests.Imports;

/// <summary>Workbooks that are refused before a row is looked at.</summary>
public sealed class BadWorkbooks
{
    [Fact]
    public void The_template_has_every_column_and_no_rows() => Refused("REG-0113", "登记表中没有数据行", MarkedWorkbook.Template(Headers.Form));

    [Fact]
    public void Text_is_no_workbook() => Refused("REG-0101", "应上传 .xlsx 格式的登记表", "户序号,姓名"u8.ToArray());

    [Fact]
    public void An_archive_of_something_else_is_no_workbook() => Refused("REG-0101", "应上传 .xlsx 格式的登记表", Zip(("readme.txt", "x")));

    [Fact]
    public void A_broken_part_is_no_workbook() =>
        Refused("REG-0101", "应上传 .xlsx 格式的登记表", Changed("xl/workbook.xml", _ => "<broken"));

    [Fact]
    public void Another_sheet_is_refused() =>
        Refused("REG-0102", "工作簿中没有名为“登记表”的工作表，请使用模板", Changed("xl/workbook.xml", xml => xml.Replace("登记表", "Sheet1", StringComparison.Ordinal)));

    [Fact]
    public void A_missing_column_is_named() =>
        Refused("REG-0103", "登记表缺少以下列：联系电话", Changed("xl/worksheets/sheet1.xml", xml => xml.Replace(Entities("联系电话"), Entities("电话"), StringComparison.Ordinal)));

    [Fact]
    public void A_column_that_stands_twice_is_named() =>
        Refused("REG-0112", "登记表中“开户银行”列出现了两次，请删除多余的列", WithExtraHeader("开户银行"));

    [Fact]
    public void A_formula_is_refused_with_its_cell() =>
        Refused("REG-0104", "单元格 A2 含有公式，请粘贴为数值后重新上传", Changed("xl/worksheets/sheet1.xml", xml => xml.Replace("<c r=\"A2\" t=\"n\"><v>1</v></c>", "<c r=\"A2\"><f>1+0</f><v>1</v></c>", StringComparison.Ordinal)));

    [Fact]
    public void A_link_to_another_workbook_is_refused() =>
        Refused("REG-0105", "工作簿含有外部链接或宏，请去除后重新上传", Added("xl/externalLinks/externalLink1.xml", "<x/>"));

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked() =>
        Refused("REG-0107", "工作簿解压后过大，不能接收", Added("xl/media/zeros.bin", new string('0', 40_000_000)));

    private static void Refused(string code, string text, byte[] content)
    {
        var (sheet, refusal) = ReadWorkbook.From(content, Headers.Form);

        Assert.Null(sheet);
        Assert.Equal((code, text), (refusal?.Code, refusal?.Text));
    }

    private static byte[] WithExtraHeader(string header) => Changed(
        "xl/worksheets/sheet1.xml",
        xml => xml.Replace("</c></row><row r=\"2\"", $"</c><c r=\"AJ1\" t=\"inlineStr\"><is><t>{header}</t></is></c></row><row r=\"2\"", StringComparison.Ordinal));

    // The sample was written with numeric character references.
    private static string Entities(string text) => string.Concat(text.Select(sign => $"&#{(int)sign};"));

    private static byte[] Changed(string part, Func<string, string> change)
    {
        using var stream = Copy();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            using var reader = new StreamReader(entry.Open());
            var was = reader.ReadToEnd();
            reader.Dispose();
            var now = change(was);
            Assert.NotEqual(was, now);
            entry.Delete();
            Write(archive, part, now);
        }

        return stream.ToArray();
    }

    private static byte[] Added(string part, string content)
    {
        using var stream = Copy();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) Write(archive, part, content);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Part, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts) Write(archive, part, content);
        }

        return stream.ToArray();
    }

    private static MemoryStream Copy()
    {
        var stream = new MemoryStream();
        stream.Write(RegistrationService.Sample("applicants-320412110207.xlsx"));
        return stream;
    }

    private static void Write(ZipArchive archive, string part, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
