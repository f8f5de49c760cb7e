using System.Text.Json.Serialization;

namespace Fupin.Contracts.Codes;

// The numbers of the members are the codes of the published dictionaries (codes.csv), so a code read from a workbook is a cast.

/// <summary>Sex (性别), dictionary sex.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sex>))]
public enum Sex
{
    /// <summary>Male (男).</summary>
    Male = 1,

    /// <summary>Female (女).</summary>
    Female = 2,
}

/// <summary>Attribute of a household (户属性), dictionary household_attribute_wujin.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HouseholdAttribute>))]
public enum HouseholdAttribute
{
    /// <summary>Ordinary low-income household (一般低收入农户).</summary>
    Ordinary = 1,

    /// <summary>Household on the minimum living allowance (低保户).</summary>
    MinimumLivingAllowance = 2,

    /// <summary>Extremely poor household (五保户、特困供养).</summary>
    ExtremelyPoor = 3,

    /// <summary>Household of one severely or mentally disabled person (重度、精神智障残疾人单人户).</summary>
    DisabledSingle = 4,
}

/// <summary>Cause of poverty (致贫原因), dictionary poverty_cause.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PovertyCause>))]
public enum PovertyCause
{
    /// <summary>Illness (因病).</summary>
    Illness = 1,

    /// <summary>Disability (因残).</summary>
    Disability = 2,

    /// <summary>Schooling (因学).</summary>
    Schooling = 3,

    /// <summary>Disaster (因灾).</summary>
    Disaster = 4,

    /// <summary>Lack of land (缺土地).</summary>
    Land = 5,

    /// <summary>Lack of water (缺水).</summary>
    Water = 6,

    /// <summary>Lack of skill (缺技术).</summary>
    Skill = 7,

    /// <summary>Lack of labour (缺劳动力).</summary>
    Labour = 8,

    /// <summary>Lack of funds (缺资金).</summary>
    Funds = 9,

    /// <summary>Bad roads (交通条件落后).</summary>
    Roads = 10,

    /// <summary>Lack of drive (自身发展动力不足).</summary>
    Drive = 11,

    /// <summary>Marriage (因婚).</summary>
    Marriage = 12,

    /// <summary>Bereavement (因丧).</summary>
    Bereavement = 13,

    /// <summary>Other (其他).</summary>
    Other = 99,
}

/// <summary>State of health (健康状况), dictionary health_status; a person may have several.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    /// <summary>Healthy (健康).</summary>
    Healthy = 1,

    /// <summary>Long-term chronic illness (长期慢性病).</summary>
    Chronic = 2,

    /// <summary>Serious illness (患有大病).</summary>
    Serious = 3,

    /// <summary>Disabled (残疾).</summary>
    Disabled = 4,
}

/// <summary>Kind of disability (残疾类别), digit 19 of the certificate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisabilityType>))]
public enum DisabilityType
{
    /// <summary>Sight (视力).</summary>
    Sight = 1,

    /// <summary>Hearing (听力).</summary>
    Hearing = 2,

    /// <summary>Speech (言语).</summary>
    Speech = 3,

    /// <summary>Limbs (肢体).</summary>
    Limbs = 4,

    /// <summary>Intellectual (智力).</summary>
    Intellectual = 5,

    /// <summary>Mental (精神).</summary>
    Mental = 6,

    /// <summary>Multiple (多重).</summary>
    Multiple = 7,
}

/// <summary>Ability to work (劳动能力), dictionary labour_ability.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabourAbility>))]
public enum LabourAbility
{
    /// <summary>Ordinary worker (普通劳动力).</summary>
    Ordinary = 1,

    /// <summary>Skilled worker (技能劳动力).</summary>
    Skilled = 2,

    /// <summary>Weak or half worker (弱劳动力或半劳动力).</summary>
    Weak = 3,

    /// <summary>Lost the ability to work (丧失劳动力).</summary>
    Lost = 4,

    /// <summary>No ability to work (无劳动力).</summary>
    None = 5,
}

/// <summary>Level of education reached (文化程度), dictionary education_level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EducationLevel>))]
public enum EducationLevel
{
    /// <summary>Illiterate or nearly so (文盲或半文盲).</summary>
    Illiterate = 1,

    /// <summary>Primary school (小学).</summary>
    Primary = 2,

    /// <summary>Junior high school (初中).</summary>
    JuniorHigh = 3,

    /// <summary>Senior high school (高中).</summary>
    SeniorHigh = 4,

    /// <summary>College or above (大专及以上).</summary>
    College = 5,

    /// <summary>Below school age (学龄前儿童).</summary>
    Preschool = 6,
}

/// <summary>School a person attends now (在校生状况), dictionary student_status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StudentStatus>))]
public enum StudentStatus
{
    /// <summary>Not at school (非在校生).</summary>
    NotAtSchool = 1,

    /// <summary>Pre-school (学前教育).</summary>
    Preschool = 2,

    /// <summary>Primary school (小学).</summary>
    Primary = 3,

    /// <summary>Grade seven (七年级).</summary>
    Grade7 = 4,

    /// <summary>Grade eight (八年级).</summary>
    Grade8 = 5,

    /// <summary>Grade nine (九年级).</summary>
    Grade9 = 6,

    /// <summary>Senior high school, year one (高中一年级).</summary>
    SeniorHigh1 = 7,

    /// <summary>Senior high school, year two (高中二年级).</summary>
    SeniorHigh2 = 8,

    /// <summary>Senior high school, year three (高中三年级).</summary>
    SeniorHigh3 = 9,

    /// <summary>Secondary vocational school, year one (中职一年级).</summary>
    Vocational1 = 10,

    /// <summary>Secondary vocational school, year two (中职二年级).</summary>
    Vocational2 = 11,

    /// <summary>Secondary vocational school, year three (中职三年级).</summary>
    Vocational3 = 12,

    /// <summary>Higher vocational college, year one (高职一年级).</summary>
    HigherVocational1 = 13,

    /// <summary>Higher vocational college, year two (高职二年级).</summary>
    HigherVocational2 = 14,

    /// <summary>Higher vocational college, year three (高职三年级).</summary>
    HigherVocational3 = 15,

    /// <summary>College or above (大专及以上).</summary>
    College = 16,
}

/// <summary>Where a person works (务工状况), dictionary work_status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkStatus>))]
public enum WorkStatus
{
    /// <summary>Within the town (乡、镇内务工).</summary>
    InTown = 1,

    /// <summary>Outside the town, within the county (乡、镇外县内务工).</summary>
    InCounty = 2,

    /// <summary>Outside the county, within the province (县外省内务工).</summary>
    InProvince = 3,

    /// <summary>Outside the province (省外务工).</summary>
    OutsideProvince = 4,

    /// <summary>Other (其他).</summary>
    Other = 5,
}

/// <summary>Item of transfer income (转移性收入项目), dictionary transfer_income_item.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransferItem>))]
public enum TransferItem
{
    /// <summary>Family-planning reward (计划生育金).</summary>
    FamilyPlanning = 1,

    /// <summary>Minimum living allowance (低保金).</summary>
    MinimumLivingAllowance = 2,

    /// <summary>Support of the extremely poor (特困供养金、五保金).</summary>
    ExtremelyPoorSupport = 3,

    /// <summary>Old-age pension (养老保险金).</summary>
    Pension = 4,

    /// <summary>Ecological compensation (生态补偿金).</summary>
    EcologicalCompensation = 5,

    /// <summary>The two disability allowances (残疾人两项补贴).</summary>
    DisabilityAllowances = 6,

    /// <summary>Farming subsidy (农业补贴).</summary>
    FarmingSubsidy = 7,

    /// <summary>Allowance for high age (高龄补贴).</summary>
    HighAgeAllowance = 8,

    /// <summary>Other regular subsidies by policy (其他长期性政策性补贴).</summary>
    Other = 10,
}

/// <summary>A way of counting income (收入口径); the same sheet has a sum in each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IncomeView>))]
public enum IncomeView
{
    /// <summary>Disposable income as statistics define it (统计口径可支配收入).</summary>
    Statistical = 1,

    /// <summary>Income for identifying low-income households (识别口径).</summary>
    Identification = 2,

    /// <summary>Income of the means test for the minimum living allowance (低保核算口径).</summary>
    MeansTest = 3,
}
