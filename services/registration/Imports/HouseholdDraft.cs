using Fupin.Contracts.Values;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>A person as read from a row (人员草稿).</summary>
internal sealed record PersonDraft(int Row, Person Person, int Months, Money Wage);

/// <summary>A household that passed every check of the sheet (户草稿).</summary>
internal sealed record HouseholdDraft(
    DivisionCode Village, HouseholdDetails Details, IReadOnlyList<PersonDraft> People, IncomeAmounts Amounts);

/// <summary>A household of the sheet with what the checks say of it (已校验户); without a draft it stays out.</summary>
internal sealed class CheckedHousehold(string serial, IReadOnlyList<int> rows, HouseholdDraft? draft, IEnumerable<Finding> findings)
{
    private readonly List<Finding> findings = [.. findings];

    public string Serial { get; } = serial;

    public IReadOnlyList<int> Rows { get; } = rows;

    public HouseholdDraft? Draft { get; } = draft;

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether the household is on file already, so that nothing is to be taken.</summary>
    public bool IsKnown { get; private set; }

    public bool IsRight => Draft is not null && findings.TrueForAll(finding => finding.Level != FindingLevel.Error);

    public void Say(Finding finding) => findings.Add(finding);

    public void Know(Finding finding)
    {
        IsKnown = true;
        findings.Add(finding);
    }
}
