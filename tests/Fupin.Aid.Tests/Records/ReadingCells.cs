using System.Globalization;
using System.Text.Json;
using Fupin.Aid.Tests.Desk;
using Fupin.Workbooks;

namespace Fupin.Aid.Tests.Records;

/// <summary>How cells and fields of each type are read.</summary>
public sealed class ReadingCells
{
    [Theory]
    [InlineData("account", " Ａ１２３ ", false, "A123")]
    [InlineData("account", "", false, "!REQUIRED")]
    [InlineData("account", "123456789012345678901", false, "!DETAIL")]
    [InlineData("supply", "水", false, "Water")]
    [InlineData("supply", "power", false, "Power")]
    [InlineData("supply", "1", false, "!CODE")]
    [InlineData("supply", "气", false, "!CODE")]
    [InlineData("since", "2016-03-21", false, "03/21/2016")]
    [InlineData("since", "2016/3/1", false, "03/01/2016")]
    [InlineData("since", "42450", true, "03/21/2016")]
    [InlineData("since", "42450", false, "!DATE")]
    [InlineData("since", "2016-02-30", false, "!DATE")]
    [InlineData("persons", "1", true, "1")]
    [InlineData("persons", "20", false, "20")]
    [InlineData("persons", "0", true, "!NUMBER")]
    [InlineData("persons", "21", true, "!NUMBER")]
    [InlineData("persons", "1.5", true, "!NUMBER")]
    [InlineData("deposit", "500", true, "500.00")]
    [InlineData("deposit", "500.01", true, "!AMOUNT")]
    [InlineData("deposit", "0.001", true, "!AMOUNT")]
    [InlineData("deposit", "-1", true, "!AMOUNT")]
    [InlineData("deposit", "", false, "")]
    [InlineData("isMetered", "是", false, "True")]
    [InlineData("isMetered", "Y", false, "!YESNO")]
    public void A_cell_is_read_or_says_what_is_wrong(string column, string raw, bool isNumber, string expected) =>
        Assert.Equal(expected, Shown(TestKinds.Utilities.Columns.Single(one => one.Name == column).Read(new SheetCell(raw, isNumber))));

    [Theory]
    [InlineData("2016-03", false, "2016-03")]
    [InlineData("42450", true, "2016-03")]
    [InlineData("2016-13", false, "!MONTH")]
    public void A_month_is_read(string raw, bool isNumber, string expected) =>
        Assert.Equal(expected, Shown(TestKinds.Indexes.Columns[0].Read(new SheetCell(raw, isNumber))));

    [Theory]
    [InlineData("deposit", "50000", "500.00")]
    [InlineData("deposit", "50001", "!AMOUNT")]
    [InlineData("deposit", "0.5", "!AMOUNT")]
    [InlineData("deposit", "\"500\"", "!FORMAT")]
    [InlineData("deposit", "null", "")]
    [InlineData("persons", "3", "3")]
    [InlineData("persons", "\"3\"", "!FORMAT")]
    [InlineData("isMetered", "true", "True")]
    [InlineData("isMetered", "1", "!FORMAT")]
    [InlineData("supply", "\"water\"", "Water")]
    [InlineData("since", "\"2016-03-21\"", "03/21/2016")]
    [InlineData("account", "{}", "!FORMAT")]
    public void A_field_of_a_body_is_read_in_fen_and_by_name(string column, string json, string expected)
    {
        using var body = JsonDocument.Parse($$"""{"{{column}}":{{json}}}""");
        Assert.Equal(expected, Shown(TestKinds.Utilities.Columns.Single(one => one.Name == column).Read(body.RootElement)));
    }

    private static string Shown(Aid.Records.CellValue read) =>
        read.Fault is { } fault ? $"!{fault}" : Convert.ToString(read.Value, CultureInfo.InvariantCulture) ?? "";
}
