using Fupin.ServiceDefaults;

namespace Fupin.Registration.WhatIf;

internal static class WhatIfErrors
{
    public static readonly Refusal WrongMonths = new("REG-0401", "试算月数应在 1 到 12 之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal NothingDrafted = new("REG-0402", "请至少填写一项拟调整的参数或规则", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchDepartment = new("REG-0403", "没有这个部门：{0}", StatusCodes.Status400BadRequest);
    public static readonly Refusal ParameterRefused = new("REG-0404", "第 {0} 项参数不能试算：{1}", StatusCodes.Status400BadRequest);
    public static readonly Refusal DepartmentDown = new("REG-0405", "{0}的服务暂时联系不上，请稍后再试", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal NoSuchRun = new("REG-0406", "没有这次试算", StatusCodes.Status404NotFound);
    public static readonly Refusal NotDone = new("REG-0407", "试算还没有完成，不能下载结果");
    public static readonly Refusal WrongDivision = new("REG-0408", "试算范围不在本辖区内", StatusCodes.Status400BadRequest);
    public static readonly Refusal Interrupted = new("REG-0409", "试算中断，请重新发起");

    public static readonly Refusal SomeDepartmentDown = new("REG-0420", "有部门的服务暂时联系不上，请稍后再试", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal WrongFacts = new("REG-0421", "户情填写不完整，请至少填写一名成员，收入填写数字", StatusCodes.Status400BadRequest);
}
