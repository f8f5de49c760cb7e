using Fupin.ServiceDefaults;

namespace Fupin.Gateway;

/// <summary>Everything the gateway says no to (拒绝).</summary>
internal static class GatewayErrors
{
    public static readonly Refusal FormTokenMissing = new("GTW-0001", "页面已过期，请刷新后重试", StatusCodes.Status400BadRequest);
    public static readonly Refusal ClockCannotGoBack = new("GTW-0002", "平台时间只能向后推移，每次最多十年", StatusCodes.Status400BadRequest);
    public static readonly Refusal ClockIsFixed = new("GTW-0003", "平台时钟未启用，不能调整");
    public static readonly Refusal TooMany = new("GTW-0429", "操作过于频繁，请稍后再试", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal DepartmentAway = new("GTW-0503", "该部门的系统暂时无法访问，其他业务不受影响，请稍后再试", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal DepartmentSlow = new("GTW-0504", "该部门的系统长时间没有答复，请稍后再试", StatusCodes.Status504GatewayTimeout);
}
