using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Imports;
using Fupin.Workbooks;

namespace Fupin.Registration.Tests.Imports;

/// <summary>The three sample workbooks, checked as the import checks them.</summary>
public sealed class SampleWorkbooks
{
    [Fact]
    public void The_whole_district_is_right_in_every_household()
    {
        var households = Check("applicants.xlsx", "320412");

        Assert.Equal(120, households.Count);
        Assert.Empty(Errors(households));
        Assert.All(households, household => Assert.True(household.IsRight));
    }

    [Fact]
    public void The_village_is_right_in_every_household()
    {
        var households = Check("applicants-320412110207.xlsx", "320412110207");

        Assert.NotEmpty(households);
        Assert.Empty(Errors(households));
    }

    [Fact]
    public void A_village_of_somebody_else_is_refused_household_by_household()
    {
        var households = Check("applicants-320412110207.xlsx", "320412114200");

        Assert.All(households, household =>
        {
            Assert.False(household.IsRight);
            var finding = Assert.Single(household.Findings, finding => finding.Level == FindingLevel.Error);
            Assert.Equal(("DIVISION", Headers.Village), (finding.Check, finding.Header));
            Assert.Equal("该村不在您的辖区，请由所在村或上级上传", finding.Text);
        });
    }

    [Fact]
    public void Each_planted_fault_is_found_on_its_row_and_nothing_else_is()
    {
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Samples", "applicants-faulty.expected.csv"))
            .Skip(1).Where(line => line.Length > 0).Order(StringComparer.Ordinal);
        var households = Check("applicants-faulty.xlsx", "320412");

        Assert.Equal(expected, Errors(households).Select(finding => $"{finding.Row},{finding.Header},{finding.Check}").Order(StringComparer.Ordinal));
        Assert.Equal(36, households.Count(household => household.IsRight));
    }

    private static IEnumerable<Finding> Errors(IEnumerable<CheckedHousehold> households) =>
        households.SelectMany(household => household.Findings).Where(finding => finding.Level == FindingLevel.Error);

    private static IReadOnlyList<CheckedHousehold> Check(string file, string region)
    {
        var (sheet, refusal) = ReadWorkbook.From(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", file)), Headers.Form);
        Assert.Null(refusal);
        return CheckSheet.Check(sheet!, AGround.In(region));
    }
}
