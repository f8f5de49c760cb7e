using Fupin.ServiceDefaults;

namespace Fupin.Employment;

internal static class EmploymentErrors
{
    public static readonly Refusal NoSuchMember = new("EMP-0001", "本户没有这个成员", StatusCodes.Status404NotFound);
    public static readonly Refusal WrongAmount = new("EMP-0002", "金额应大于 0，且不超过合理上限", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongDates = new("EMP-0003", "起止日期不正确", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotYet = new("EMP-0004", "日期不能晚于今天", StatusCodes.Status400BadRequest);

    public static readonly Refusal NoSuchLoan = new("EMP-0010", "没有这笔贷款", StatusCodes.Status404NotFound);
    public static readonly Refusal NoContract = new("EMP-0011", "请填写贷款银行和合同号（60 字以内）", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotForProduction = new("EMP-0012", "贷款只能用于生产经营，其他用途不予贴息");
    public static readonly Refusal WrongRate = new("EMP-0013", "年利率应在 0 到 24% 之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoRate = new("EMP-0014", "发放日期没有对应的贷款基准利率，不能贴息");
    public static readonly Refusal ContractTaken = new("EMP-0015", "这个合同号已经登记，同一笔贷款只贴息一次");
    public static readonly Refusal LoanClosed = new("EMP-0016", "这笔贷款已经还清或逾期");
    public static readonly Refusal WrongSteps = new("EMP-0017", "审批日期应依次为户申请、村初审、镇审核、区复查、银行审定，且不晚于放款日", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchQuarter = new("EMP-0018", "季度应写作年份加 Q1 至 Q4，如 2016-Q1", StatusCodes.Status400BadRequest);

    public static readonly Refusal NoSuchPost = new("EMP-0020", "没有这条岗位记录", StatusCodes.Status404NotFound);
    public static readonly Refusal NoTitle = new("EMP-0021", "请填写岗位名称（60 字以内）", StatusCodes.Status400BadRequest);
    public static readonly Refusal PostHeld = new("EMP-0022", "该成员这段时间已在其他公益性岗位上");
    public static readonly Refusal PostEnded = new("EMP-0023", "该成员在此之前已经离岗");
    public static readonly Refusal TooManyDays = new("EMP-0024", "实际出勤天数不能多于应出勤天数", StatusCodes.Status400BadRequest);

    public static readonly Refusal NothingPaid = new("EMP-0030", "单位缴费和个人缴费不能都为零", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoEmployer = new("EMP-0031", "有单位缴费的请填写缴费单位代码", StatusCodes.Status400BadRequest);
}
