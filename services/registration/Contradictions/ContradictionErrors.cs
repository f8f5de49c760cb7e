using Fupin.ServiceDefaults;

namespace Fupin.Registration.Contradictions;

/// <summary>Every refusal about contradictions (数据矛盾), REG-05xx.</summary>
internal static class ContradictionErrors
{
    public static readonly Refusal NoSuchContradiction = new("REG-0501", "没有这项数据矛盾", StatusCodes.Status404NotFound);
    public static readonly Refusal Closed = new("REG-0502", "这项数据矛盾已经办结");
    public static readonly Refusal ReasonMissing = new("REG-0503", "请写明核实情况，500 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotYours = new("REG-0504", "这项数据矛盾由责任部门或农工办办理", StatusCodes.Status403Forbidden);
    public static readonly Refusal OutcomeUnknown = new("REG-0505", "请选择处理结果", StatusCodes.Status400BadRequest);
}
