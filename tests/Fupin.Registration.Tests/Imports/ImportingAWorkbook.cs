using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Imports;
using Fupin.Testing;
using Fupin.Workbooks;

namespace Fupin.Registration.Tests.Imports;

/// <summary>From an uploaded workbook to cases in the villages' batches.</summary>
public sealed class ImportingAWorkbook(RegistrationService registration) : IClassFixture<RegistrationService>
{
    [Fact]
    public async Task The_whole_district_goes_in_once_and_a_second_time_changes_nothing()
    {
        var first = await registration.Import(Officers.District, RegistrationService.Sample("applicants.xlsx"));

        Assert.Equal("done", first.GetProperty("state").GetString());
        Assert.Equal(120, first.GetProperty("households").GetInt32());
        Assert.Equal(120, first.GetProperty("accepted").GetInt32());
        Assert.Equal(0, first.GetProperty("rejected").GetInt32());
        var households = await registration.Count<Household>();
        var cases = await registration.Count<IdentificationCase>();
        Assert.Equal(households, cases);

        var second = await registration.Import(Officers.District, RegistrationService.Sample("applicants.xlsx"));

        Assert.Equal("done", second.GetProperty("state").GetString());
        Assert.Equal(120, second.GetProperty("alreadyThere").GetInt32());
        Assert.Equal(0, second.GetProperty("accepted").GetInt32());
        Assert.Equal(0, second.GetProperty("rejected").GetInt32());
        Assert.Equal(households, await registration.Count<Household>());
        Assert.Equal(cases, await registration.Count<IdentificationCase>());
    }

    [Fact]
    public async Task A_village_that_is_somebody_elses_is_refused_whole()
    {
        var import = await registration.Import(Officers.VillageOther, RegistrationService.Sample("applicants-320412110207.xlsx"));

        Assert.Equal("done", import.GetProperty("state").GetString());
        Assert.Equal(0, import.GetProperty("accepted").GetInt32());
        Assert.Equal(import.GetProperty("households").GetInt32(), import.GetProperty("rejected").GetInt32());
        Assert.All(
            import.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() == "error"),
            finding => Assert.Equal("DIVISION", finding.GetProperty("check").GetString()));
    }

    [Fact]
    public async Task Right_households_wait_for_the_word_and_wrong_ones_come_back_marked()
    {
        var import = await registration.Import(Officers.District2, RegistrationService.Sample("applicants-faulty.xlsx"), commit: false);
        var id = import.GetProperty("id").GetGuid();

        Assert.Equal("waiting", import.GetProperty("state").GetString());
        Assert.Equal(36, import.GetProperty("accepted").GetInt32());

        var marked = ReadWorkbook.From(await registration.Download(Officers.District2, $"imports/{id}/workbook"), Headers.Form).Sheet!;
        var row = marked.Rows.Single(row => row.Number == 17);
        Assert.Contains("V02 证件号码校验位不正确，请核对末位", marked.Cell(row, Headers.Result).Text, StringComparison.Ordinal);
        Assert.Equal(ReadWorkbook.From(RegistrationService.Sample("applicants-faulty.xlsx"), Headers.Form).Sheet!.Rows.Count, marked.Rows.Count);

        Assert.Equal("REG-0109", (await registration.Post(Officers.District, $"imports/{id}/commit")).Code);
        Assert.Equal(202, (await registration.Post(Officers.District2, $"imports/{id}/commit")).Status);
        var done = await registration.Finished(Officers.District2, id);
        Assert.Equal("done", done.GetProperty("state").GetString());
        Assert.Equal("REG-0110", (await registration.Post(Officers.District2, $"imports/{id}/commit")).Code);
    }

    [Fact]
    public async Task What_is_no_registration_workbook_is_refused_and_not_kept()
    {
        var before = await registration.Count<ImportJob>();

        var answer = await registration.Upload(Officers.Village, "not a workbook"u8.ToArray());

        Assert.Equal((400, "REG-0101"), (answer.Status, answer.Code));
        Assert.Equal(before, await registration.Count<ImportJob>());
    }

    [Fact]
    public async Task A_file_of_more_than_twenty_megabytes_is_too_large()
    {
        var answer = await registration.Upload(Officers.Village, new byte[ReadWorkbook.MaxBytes + 1]);

        Assert.Equal((413, "REG-0106"), (answer.Status, answer.Code));
    }
}
