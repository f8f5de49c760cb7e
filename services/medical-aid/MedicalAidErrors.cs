using Fupin.ServiceDefaults;

namespace Fupin.MedicalAid;

internal static class MedicalAidErrors
{
    public static readonly Refusal NoSuchSettlement = new("MED-0001", "没有这张结算单", StatusCodes.Status404NotFound);
    public static readonly Refusal NoSuchMember = new("MED-0002", "本户没有这个成员", StatusCodes.Status404NotFound);
    public static readonly Refusal NoSuchPerson = new("MED-0003", "名册里没有这个人，请核对身份证号", StatusCodes.Status404NotFound);
    public static readonly Refusal NobodyNamed = new("MED-0004", "请填写户和成员，或者填写身份证号，两者只填其一", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongIdNumber = new("MED-0005", "身份证号应为 18 位，请核对", StatusCodes.Status400BadRequest);
    public static readonly Refusal RegisterDown = new(
        "MED-0006", "农工办的名册服务暂时联系不上，请稍后再试，或先按户和成员登记", StatusCodes.Status503ServiceUnavailable);

    public static readonly Refusal WrongDates = new("MED-0010", "出院日期不能早于入院日期，也不能晚于今天", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooLate = new("MED-0011", "出院已超过 {0} 个月，不能再结算");
    public static readonly Refusal WrongTotal = new("MED-0012", "总费用应大于 0，且不超过 500 万元", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongOutOfScope = new("MED-0013", "目录外费用不能小于 0，也不能大于总费用", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoInvoice = new("MED-0014", "请填写发票号（40 个字符以内）", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongVisit = new("MED-0015", "住院次数应在 1 到 99 之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoLevel = new("MED-0016", "请选择医院等级", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoDisease = new("MED-0017", "门诊结算须选择门诊特殊病种；就医类别和病种应从选项中选择", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongHospital = new("MED-0018", "医院代码应在 20 个字符以内", StatusCodes.Status400BadRequest);

    public static readonly Refusal InvoiceTaken = new("MED-0020", "这张发票已经结算过，同一张发票只能结算一次");
    public static readonly Refusal RetentionOver = new("MED-0021", "该户已退出，政策保留期已满，不能结算");
    public static readonly Refusal AlreadyCancelled = new("MED-0022", "这张结算单已经冲销，不能再更正或冲销");

    public static readonly Refusal WrongPremium = new("MED-0040", "应缴保费应在 0 到 10000 元之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongCompletion = new("MED-0041", "完成日期不能晚于今天", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongCost = new("MED-0042", "康复费用应在 0 到 1000000 元之间", StatusCodes.Status400BadRequest);

    public static readonly Refusal NoSuchYear = new("MED-0030", "请填写 2000 到 2100 之间的年度", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchWarning = new("MED-0031", "这一户本年度没有待处置的因病致贫预警", StatusCodes.Status404NotFound);
}
