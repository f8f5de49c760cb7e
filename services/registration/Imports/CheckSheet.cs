using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>Checks a whole sheet (校验登记表): groups its rows to households, checks each, and finds people who stand there twice.</summary>
internal static class CheckSheet
{
    public static IReadOnlyList<CheckedHousehold> Check(WorkbookSheet sheet, CheckGround ground)
    {
        // A row without a serial cannot be put to any household and stands alone.
        var groups = sheet.Rows.GroupBy(row => sheet.Cell(row, Headers.Serial).Text is { Length: > 0 } serial ? serial : $"\n{row.Number}");
        List<CheckedHousehold> households =
            [.. groups.Select(group => HouseholdChecks.Check(group.Key[0] == '\n' ? "" : group.Key, [.. group], sheet, ground))];

        Dictionary<string, int> seen = [];
        foreach (var household in households)
        {
            foreach (var person in household.Draft?.People ?? [])
            {
                if (!seen.TryAdd(person.Person.IdNumber.Whole, person.Row)) household.Say(ground.Book.On(person.Row, Headers.IdNumber, "V04", seen[person.Person.IdNumber.Whole]));
            }
        }

        return households;
    }
}
