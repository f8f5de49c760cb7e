using Fupin.ServiceDefaults;

namespace Fupin.Registration.Stacking;

internal static class StackingErrors
{
    public static readonly Refusal RuleUnreadable = new("REG-0301", "规则无法读取：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal RuleRefused = new("REG-0302", "规则不能保存：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchRule = new("REG-0303", "没有这条规则", StatusCodes.Status404NotFound);
    public static readonly Refusal AlreadyConfirmed = new("REG-0304", "这条规则已经复核生效");
    public static readonly Refusal SameOfficer = new("REG-0305", "同一人不得既拟定又复核规则，请另一名经办人复核");
    public static readonly Refusal StartsInPast = new("REG-0306", "规则的起始日期不能早于今天，已过去的月份按原规则计算");
    public static readonly Refusal DraftUnreadable = new("REG-0307", "第 {0} 条拟定规则无法读取：缺少 kind、code、from、basis 等字段，或取值不对", StatusCodes.Status400BadRequest);
    public static readonly Refusal DraftRefused = new("REG-0308", "第 {0} 条拟定规则不能试算：{1}", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotAMonth = new("REG-0311", "月份应写成 2016-05 的形式", StatusCodes.Status400BadRequest);
}
