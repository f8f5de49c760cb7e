using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Imports;

namespace Fupin.Registration.Tests.Imports;

/// <summary>The rules, parameters and divisions the platform comes with, as an officer of a region meets them.</summary>
internal static class AGround
{
    public static readonly DateOnly Today = new(2016, 3, 21);

    public static CheckGround In(string region)
    {
        var divisions = SeedDivisions.Divisions().ToDictionary(division => division.Code.Digits);
        return new CheckGround(
            new CheckBook(SeedRegistration.CheckRules, Today),
            code => ImportWork.FitOf(code, divisions, DivisionCode.Parse(region)),
            RegistrationRules.On(Today, SeedRegistration.Parameters),
            SeedRegistration.IncomeRules);
    }
}
