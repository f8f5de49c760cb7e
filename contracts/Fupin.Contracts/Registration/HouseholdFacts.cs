using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Contracts.Registration;

/// <summary>What rules need to know of a household (户情), and nothing that names anybody: no name, no ID number, no account, no address below the village.</summary>
/// <param name="Village">The village (行政村).</param>
/// <param name="Attribute">The attribute of the household (户属性).</param>
/// <param name="MainCause">The main cause of poverty (主要致贫原因).</param>
/// <param name="Members">The members (家庭成员); exactly one is the head.</param>
/// <param name="Income">The yearly income sheet (年度收入) that counts now.</param>
public sealed record HouseholdFacts(
    DivisionCode Village,
    HouseholdAttribute Attribute,
    PovertyCause MainCause,
    IReadOnlyList<MemberFacts> Members,
    IncomeFacts Income);

/// <summary>What rules need to know of a member (家庭成员).</summary>
/// <param name="MemberId">The member; a pseudonym outside the registration service.</param>
/// <param name="IsHead">Whether this is the head of the household (户主).</param>
/// <param name="Age">The range the age falls into when the fact was told; told again when it changes.</param>
/// <param name="Sex">The sex (性别).</param>
/// <param name="Health">The states of health (健康状况).</param>
/// <param name="DisabilityType">The kind of disability (残疾类别) of a valid certificate.</param>
/// <param name="DisabilityLevel">The level of disability (残疾等级), 1 heaviest to 4, of a valid certificate.</param>
/// <param name="LabourAbility">The ability to work (劳动能力).</param>
/// <param name="Student">The school attended (在校生状况).</param>
/// <param name="Education">The education reached (文化程度).</param>
/// <param name="Work">Where the member works (务工状况).</param>
/// <param name="WorkMonths">Months worked in the year of the sheet (务工月数), 0–12.</param>
/// <param name="Wage">Wages of the year of the sheet (工资性收入), fen.</param>
public sealed record MemberFacts(
    Guid MemberId,
    bool IsHead,
    AgeBand Age,
    Sex Sex,
    IReadOnlyList<HealthStatus> Health,
    DisabilityType? DisabilityType,
    int? DisabilityLevel,
    LabourAbility? LabourAbility,
    StudentStatus? Student,
    EducationLevel? Education,
    WorkStatus? Work,
    int WorkMonths,
    Money Wage);

/// <summary>The income of a household in a year (年度收入), all amounts fen a year and for the whole household.</summary>
/// <param name="Year">The calendar year of the sheet.</param>
/// <param name="Operating">Operating income (生产经营性收入).</param>
/// <param name="OperatingCost">Operating cost (生产经营性支出).</param>
/// <param name="Property">Property income (财产性收入).</param>
/// <param name="Transfers">Transfer income by item (转移性收入).</param>
/// <param name="TransferExpense">Transfer expense (转移性支出).</param>
/// <param name="Totals">The sum that counts, in each way of counting (口径); a policy reads one of these and never adds up itself.</param>
public sealed record IncomeFacts(
    int Year,
    Money Operating,
    Money OperatingCost,
    Money Property,
    IReadOnlyDictionary<TransferItem, Money> Transfers,
    Money TransferExpense,
    IReadOnlyDictionary<IncomeView, Money> Totals);
