using Fupin.Registration.Identification;

namespace Fupin.Registration.Tests.Identification;

public sealed class IdentificationRulesTests
{
    private static readonly DateOnly Start = new(2016, 3, 21);

    [Fact]
    public void The_parameters_that_come_with_the_platform_are_complete_and_each_has_its_basis()
    {
        var rows = SeedParameters.Rows();
        var rules = IdentificationRules.On(Start, rows);
        Assert.Equal((7, false), (rules.PublicityDays, rules.WorkingDays));
        Assert.Equal((new Ratio(2, 3), new Ratio(1, 2), new Ratio(1, 5), new Ratio(1, 10)), (rules.Quorum, rules.Pass, rules.TownSample, rules.DistrictSample));
        Assert.False(rules.Calendar.IsWorkingDay(new DateOnly(2016, 4, 4)));
        Assert.True(rules.Calendar.IsWorkingDay(new DateOnly(2016, 6, 12)));
        Assert.All(rows, row => Assert.NotEqual("", row.Basis));
    }

    [Fact]
    public void A_parameter_is_read_by_date()
    {
        var rows = SeedParameters.Rows().Append(new IdentificationParameter
        {
            Name = nameof(IdentificationRules.PublicityDays),
            From = new(2016, 5, 1),
            To = new(2016, 5, 31),
            Value = "5",
            Basis = "测试",
        }).ToList();
        Assert.Equal(7, IdentificationRules.On(new(2016, 4, 30), rows).PublicityDays);
        Assert.Equal(5, IdentificationRules.On(new(2016, 5, 1), rows).PublicityDays);
        Assert.Equal(7, IdentificationRules.On(new(2016, 6, 1), rows).PublicityDays);
    }

    [Fact]
    public void A_missing_parameter_is_an_error_and_never_a_guess() =>
        Assert.Throws<InvalidOperationException>(() => IdentificationRules.On(new(1999, 12, 31), SeedParameters.Rows()));

    [Theory]
    [InlineData("3/2")]
    [InlineData("1/0")]
    [InlineData("-1/2")]
    public void A_ratio_lies_between_nothing_and_everything(string text) => Assert.Throws<FormatException>(() => Ratio.Parse(text));
}
