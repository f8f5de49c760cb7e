using Fupin.ServiceDefaults;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http;

namespace Fupin.Registration;

/// <summary>Every refusal of registration (农工办) outside identification and stacking, REG-00xx households, REG-01xx imports.</summary>
internal static class RegistrationErrors
{
    public static readonly Refusal NoSuchHousehold = new("REG-0001", "没有这一户", StatusCodes.Status404NotFound);
    public static readonly Refusal MemberAlreadyListed = new("REG-0002", "该成员已在户中，不能重复登记");
    public static readonly Refusal SecondHead = new("REG-0003", "一户只能有一名户主");
    public static readonly Refusal SecondSpouse = new("REG-0004", "一户只能有一名户主配偶");
    public static readonly Refusal NoSuchMember = new("REG-0005", "没有这名家庭成员", StatusCodes.Status404NotFound);
    public static readonly Refusal HeadStays = new("REG-0006", "户主不能直接移出，请先变更户主");
    public static readonly Refusal AlreadyRegistered = new("REG-0007", "该户已建档立卡");
    public static readonly Refusal NotRegistered = new("REG-0008", "该户不在册，不能办理退出");
    public static readonly Refusal MemberElsewhere = new("REG-0009", "该人员已在其他户登记，请先核实");
    public static readonly Refusal PersonUnreadable = new("REG-0010", "成员信息有误：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal IncomeUnreadable = new("REG-0011", "收入金额应为不小于零的分数，年份应在 2010 年至今年之间，务工月数应为 0 至 12", StatusCodes.Status400BadRequest);
    public static readonly Refusal ReasonMissing = new("REG-0012", "请填写用途和理由，200 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyReveals = new("REG-0013", "一小时内查看个人信息已达 {0} 次，请稍后再试", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal PurposeUnknown = new("REG-0014", "用途不在用途目录中", StatusCodes.Status400BadRequest);
    public static readonly Refusal PurposeNotOpen = new("REG-0015", "该用途不向您所在部门开放", StatusCodes.Status403Forbidden);
    public static readonly Refusal OtherOfficer = new("REG-0016", "只能以本人名义查询", StatusCodes.Status403Forbidden);
    public static readonly Refusal SearchUnreadable = new("REG-0017", "查询条件有误：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal VillageFull = new("REG-0018", "该村户编号已用完，请联系区农工办");
    public static readonly Refusal NoSuchPerson = new("REG-0019", "没有找到这个人", StatusCodes.Status404NotFound);
    public static readonly Refusal RelationsMissing = new("REG-0020", "请写明每名成员与新户主的关系", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyNumbers = new("REG-0022", "一次最多核对 {0} 个号码", StatusCodes.Status400BadRequest);
    public static readonly Refusal DetailsUnreadable = new("REG-0021", "户信息有误：{0}", StatusCodes.Status400BadRequest);

    public static readonly Refusal NotAWorkbook = new("REG-0101", "应上传 .xlsx 格式的登记表", StatusCodes.Status400BadRequest);
    public static readonly Refusal SheetMissing = new("REG-0102", "工作簿中没有名为“{0}”的工作表，请使用模板", StatusCodes.Status400BadRequest);
    public static readonly Refusal ColumnsMissing = new("REG-0103", "登记表缺少以下列：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal HasFormulas = new("REG-0104", "单元格 {0} 含有公式，请粘贴为数值后重新上传", StatusCodes.Status400BadRequest);
    public static readonly Refusal HasExternalLinks = new("REG-0105", "工作簿含有外部链接或宏，请去除后重新上传", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooLarge = new("REG-0106", "登记表不能超过 20 MB", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal Unpacks = new("REG-0107", "工作簿解压后过大，不能接收", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal TooManyRows = new("REG-0108", "登记表不能超过 {0} 行，请分村上传", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchImport = new("REG-0109", "没有这次导入", StatusCodes.Status404NotFound);
    public static readonly Refusal NotWaiting = new("REG-0110", "这次导入不在待确认状态，不能提交");
    public static readonly Refusal WorkbookGone = new("REG-0111", "登记表已超过保存期限并删除，请重新上传", StatusCodes.Status410Gone);
    public static readonly Refusal ColumnTwice = new("REG-0112", "登记表中“{0}”列出现了两次，请删除多余的列", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoRows = new("REG-0113", "登记表中没有数据行", StatusCodes.Status400BadRequest);
    public static readonly Refusal FileMissing = new("REG-0114", "请选择要上传的登记表", StatusCodes.Status400BadRequest);
    public static readonly Refusal StillChecking = new("REG-0115", "正在校验，完成后再下载");

    public static readonly WorkbookRefusals OfWorkbook = new(
        FileMissing, NotAWorkbook, SheetMissing, ColumnsMissing, ColumnTwice, HasFormulas, HasExternalLinks, TooLarge, Unpacks, TooManyRows, NoRows);
}
