using Fupin.Contracts.Codes;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>The columns of the registration workbook (登记表列名), exactly as they stand in row 1.</summary>
internal static class Headers
{
    public const string Sheet = "登记表";
    public const string Result = "校验结果";

    public const string Serial = "户序号";
    public const string Village = "行政村代码";
    public const string Group = "村民小组";
    public const string Relation = "与户主关系";
    public const string Name = "姓名";
    public const string IdNumber = "证件号码";
    public const string Certificate = "残疾证号";
    public const string Health = "健康状况";
    public const string Labour = "劳动能力";
    public const string Education = "文化程度";
    public const string Student = "在校生状况";
    public const string School = "学校";
    public const string Work = "务工状况";
    public const string WorkMonths = "务工月数";
    public const string Wage = "工资性收入";
    public const string Attribute = "户属性";
    public const string MainCause = "主要致贫原因";
    public const string OtherCauses = "其他致贫原因";
    public const string Operating = "生产经营性收入";
    public const string OperatingCost = "生产经营性支出";
    public const string Property = "财产性收入";
    public const string Allowance = "低保金";
    public const string ExtremelyPoorSupport = "五保金";
    public const string Pension = "养老金";
    public const string DisabilityAllowances = "残疾人两项补贴";
    public const string FamilyPlanning = "计划生育金";
    public const string Ecological = "生态补偿金";
    public const string Farming = "农业补贴";
    public const string HighAge = "高龄补贴";
    public const string OtherTransfers = "其他转移性收入";
    public const string TransferExpense = "转移性支出";
    public const string Phone = "联系电话";
    public const string BankName = "开户银行";
    public const string BankAccount = "银行账号";

    /// <summary>All of them, in the template's order; each must be there.</summary>
    public static readonly string[] All =
    [
        Serial, Village, Group, Relation, Name, IdNumber, Certificate, Health, Labour, Education, Student, School, Work, WorkMonths, Wage,
        Attribute, MainCause, OtherCauses, Operating, OperatingCost, Property, Allowance, ExtremelyPoorSupport, Pension, DisabilityAllowances,
        FamilyPlanning, Ecological, Farming, HighAge, OtherTransfers, TransferExpense, Phone, BankName, BankAccount,
    ];

    /// <summary>The form of the sheet, with the refusals of registration.</summary>
    public static readonly SheetForm Form = new(Sheet, All, Result, RegistrationErrors.OfWorkbook);

    /// <summary>The columns of transfer income and their items.</summary>
    public static readonly IReadOnlyDictionary<string, TransferItem> Transfers = new Dictionary<string, TransferItem>
    {
        [Allowance] = TransferItem.MinimumLivingAllowance,
        [ExtremelyPoorSupport] = TransferItem.ExtremelyPoorSupport,
        [Pension] = TransferItem.Pension,
        [DisabilityAllowances] = TransferItem.DisabilityAllowances,
        [FamilyPlanning] = TransferItem.FamilyPlanning,
        [Ecological] = TransferItem.EcologicalCompensation,
        [Farming] = TransferItem.FarmingSubsidy,
        [HighAge] = TransferItem.HighAgeAllowance,
        [OtherTransfers] = TransferItem.Other,
    };
}
