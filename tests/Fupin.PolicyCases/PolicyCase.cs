using System.Globalization;
using System.Text.Json;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.PolicyCases;

/// <summary>A case of a policy's table (审核案例) as its owner writes it: amounts in yuan, ages in years, members by a letter.</summary>
public sealed record PolicyCase(
    string Name,
    AidMonth Month,
    IReadOnlyList<CaseMember> Members,
    IReadOnlyList<ExpectedItem> Expect,
    HouseholdAttribute Attribute = HouseholdAttribute.Ordinary,
    PovertyCause Cause = PovertyCause.Illness,
    IReadOnlyDictionary<IncomeView, Money>? Income = null,
    IReadOnlyDictionary<TransferItem, Money>? Transfers = null,
    IReadOnlyList<CountedAid>? Counted = null,
    IReadOnlyList<EarlierItem>? Earlier = null,
    IReadOnlyList<JsonElement>? Records = null,
    IReadOnlyDictionary<string, string>? Parameters = null,
    bool Retained = false,
    string? NotBecause = null)
{
    private static readonly Guid Household = CaseJson.IdOf("household");

    /// <summary>The case as the policy sees it; records are of the department's own types, found by their name in its assembly.</summary>
    public AidCase ToAidCase(System.Reflection.Assembly department) =>
        new(Household, Month, new HouseholdFacts(
            DivisionCode.Parse("320412110207"), Attribute, Cause, [.. Members.Select(member => member.ToFacts())], IncomeOf()))
        {
            Counted = Counted ?? [],
            Earlier = Earlier ?? [],
            IsRetained = Retained,
            Records = new OwnRecords((Records ?? []).Select(record => CaseJson.ReadRecord(record, department))),
        };

    /// <summary>The department's seed with the values this case (or its table) puts in their place.</summary>
    public PolicyParameters ParametersOf(PolicyBook book, IReadOnlyDictionary<string, string>? table)
    {
        var instead = (table ?? new Dictionary<string, string>()).Concat(Parameters ?? new Dictionary<string, string>());
        var rows = book.Seed.ToList();
        foreach (var (name, value) in instead)
        {
            var like = rows.Last(row => row.Name == name);
            rows.RemoveAll(row => row.Name == name);
            rows.Add(like with { Value = value, From = new DateOnly(2000, 1, 1), To = null });
        }

        return PolicyParameters.Of(rows, book.Texts, Month.Last);
    }

    private IncomeFacts IncomeOf() =>
        new(2015, Money.Zero, Money.Zero, Money.Zero, Transfers ?? new Dictionary<TransferItem, Money>(), Money.Zero, Income ?? new Dictionary<IncomeView, Money>
        {
            [IncomeView.Statistical] = Money.Zero,
            [IncomeView.Identification] = Money.Zero,
            [IncomeView.MeansTest] = Money.Zero,
        });

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A member of a case's household (案例中的家庭成员).</summary>
public sealed record CaseMember(
    string Id,
    int Age,
    Sex Sex = Sex.Male,
    bool Head = false,
    IReadOnlyList<HealthStatus>? Health = null,
    DisabilityType? Disability = null,
    int? Level = null,
    LabourAbility? Labour = null,
    StudentStatus? Student = null,
    EducationLevel? Education = null,
    WorkStatus? Work = null,
    int WorkMonths = 0,
    Money Wage = default)
{
    /// <summary>The member as facts.</summary>
    public MemberFacts ToFacts() => new(
        CaseJson.IdOf(Id), Head, AgeBand.Of(Age), Sex, Health ?? [HealthStatus.Healthy], Disability, Level, Labour, Student, Education, Work, WorkMonths, Wage);
}

/// <summary>An item that the policy should yield (应得项目); what is left out is not compared.</summary>
public sealed record ExpectedItem(Money Amount, string? Member = null, string? Period = null, AidNature? Nature = null, string? Claim = null, string? Policy = null)
{
    /// <summary>Whether an item is the expected one.</summary>
    public bool Matches(ProposedItem item) =>
        item.Amount == Amount
        && item.MemberId == (Member is null ? null : CaseJson.IdOf(Member))
        && (Period is null || item.Period == Period)
        && (Nature is null || item.Nature == Nature)
        && (Claim is null || item.Claim == Claim)
        && (Policy is null || item.Policy == Policy);

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Policy} {Member ?? "household"} {Period} {Amount}");
}
