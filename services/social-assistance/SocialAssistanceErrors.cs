using Fupin.ServiceDefaults;

namespace Fupin.SocialAssistance;

internal static class SocialAssistanceErrors
{
    public static readonly Refusal WrongTail = new("SOC-0001", "证号后段应为残疾人证号第 19 位起的 2 位或 4 位：类别 1 至 7、等级 1 至 4，如 42", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongDates = new("SOC-0002", "结束时间不能早于开始时间", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongRise = new("SOC-0003", "涨幅应为百分数，最多两位小数，如 3.5", StatusCodes.Status400BadRequest);
    public static readonly Refusal IndexTooEarly = new("SOC-0004", "指数月份结束后才能登记", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoCost = new("SOC-0005", "填写了医疗结算单号的，请填写费用总额", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyPersons = new("SOC-0006", "受困人数不能多于家庭人口", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotOfPerson = new("SOC-0007", "家庭财产、农业险种请登记在家庭保单", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotOfHousehold = new("SOC-0008", "人身意外、健康险种请登记在人身保单", StatusCodes.Status400BadRequest);
    public static readonly Refusal InTheFuture = new("SOC-0009", "日期不能晚于今天", StatusCodes.Status400BadRequest);
}
