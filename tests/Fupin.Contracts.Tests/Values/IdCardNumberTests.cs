using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Contracts.Tests.Values;

/// <summary>GB 11643-1999, with the published examples only.</summary>
public sealed class IdCardNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData("11010519491231002x", "1949-12-31", Sex.Female)]
    [InlineData("130503196704010016", "1967-04-01", Sex.Male)]
    public void The_examples_of_the_standard_are_read(string text, string born, Sex sex)
    {
        Assert.Equal(IdCardFault.None, IdCardNumber.Read(text, out var number));
        Assert.Equal((DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), sex), (number.BirthDate, number.Sex));
    }

    [Fact]
    public void Fifteen_places_become_eighteen() =>
        Assert.Equal("130503196704010016", IdCardNumber.Parse("130503670401001").Whole);

    [Theory]
    [InlineData("1101051949123100", IdCardFault.Length)]
    [InlineData("11010519491231002A", IdCardFault.Length)]
    [InlineData("110105194913310021", IdCardFault.Date)]
    [InlineData("110105194902300021", IdCardFault.Date)]
    [InlineData("440524188001010014", IdCardFault.Date)] // right by its check digit, but nobody born before 1900 applies
    [InlineData("110105194912310021", IdCardFault.Checksum)]
    [InlineData(null, IdCardFault.Length)]
    public void What_is_wrong_is_said(string? text, IdCardFault fault) => Assert.Equal(fault, IdCardNumber.Read(text, out _));

    [Fact]
    public void As_text_it_is_masked() => Assert.Equal("110105******2X", $"{IdCardNumber.Parse("11010519491231002X")}");

    [Theory]
    [InlineData("1950-12-30", 0)]
    [InlineData("1950-12-31", 1)]
    [InlineData("2015-12-31", 66)]
    public void Age_changes_on_the_birthday(string day, int age) =>
        Assert.Equal(age, IdCardNumber.Parse("11010519491231002X").AgeOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("11010519491231002X43", true)]
    [InlineData("11010519491231002X4301", true)]
    [InlineData("11010519491231002X83", false)]
    [InlineData("11010519491231002X45", false)]
    [InlineData("11010519491231002143", false)]
    [InlineData("11010519491231002X4", false)]
    public void A_certificate_is_a_number_a_kind_and_a_level(string text, bool valid)
    {
        Assert.Equal(valid, DisabilityCertificate.TryParse(text, out var certificate));
        if (valid) Assert.Equal((DisabilityType.Limbs, 3), (certificate.Type, certificate.Level));
    }

    [Fact]
    public void A_household_number_is_its_village_and_a_serial()
    {
        var number = HouseholdNumber.Of(DivisionCode.Parse("320412110207"), 12);

        Assert.Equal("3204121102070012", number.ToString());
        Assert.Equal((DivisionCode.Parse("320412110207"), 12), (number.Village, number.Serial));
        Assert.False(HouseholdNumber.TryParse("3204121102070000", out _));
    }

    [Theory]
    [InlineData("户主", "01")]
    [InlineData("01", "01")]
    [InlineData("1", "01")]
    [InlineData("舅舅", null)]
    public void A_code_list_reads_names_and_codes(string text, string? code) => Assert.Equal(code, CodeLists.Code("relation_to_head", text));

    [Fact]
    public void Both_kinds_of_brackets_are_one() =>
        Assert.Equal(CodeLists.Code("household_attribute_wujin", "五保户（特困供养）"), CodeLists.Code("household_attribute_wujin", "五保户(特困供养)"));
}
