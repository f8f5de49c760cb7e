using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Fupin.Aid;

/// <summary>Every refusal of an aid desk (拒绝原因), the same in all departments.</summary>
public static class AidErrors
{
    /// <summary>The row was changed by somebody else in the meantime.</summary>
    public static readonly Refusal ChangedMeanwhile = new("AID-0001", "其他人刚刚修改了这项内容，请刷新后再办理");

    /// <summary>There is no such item, or it lies outside the region.</summary>
    public static readonly Refusal NoSuchItem = new("AID-0010", "没有这个救助项目", StatusCodes.Status404NotFound);

    /// <summary>Neither items nor all were chosen, or both.</summary>
    public static readonly Refusal NothingChosen = new("AID-0011", "请选择要审批的项目，或选择全部", StatusCodes.Status400BadRequest);

    /// <summary>Nothing waits for approval.</summary>
    public static readonly Refusal NothingToApprove = new("AID-0012", "没有等待审批的项目");

    /// <summary>Stacking has not answered, or granted nothing, or it is approved already.</summary>
    public static readonly Refusal NotReadyForApproval = new("AID-0013", "所选项目尚未完成叠加、没有可发金额或已经审批，不能审批");

    /// <summary>There is no such approval, or it lies outside the region.</summary>
    public static readonly Refusal NoSuchApproval = new("AID-0020", "没有这个审批批次", StatusCodes.Status404NotFound);

    /// <summary>The approval is confirmed or returned already.</summary>
    public static readonly Refusal ApprovalClosed = new("AID-0021", "这个审批批次已经复核或退回");

    /// <summary>The same officer cannot do both.</summary>
    public static readonly Refusal SameOfficer = new("AID-0022", "同一人不得既审批又复核，请由另一位经办人复核");

    /// <summary>Stacking changed an item after it was approved.</summary>
    public static readonly Refusal ChangedSinceApproval = new("AID-0023", "审批后叠加结果有变化，请退回后重新审批");

    /// <summary>A reason is missing.</summary>
    public static readonly Refusal NoReason = new("AID-0024", "请写明理由（500 字以内）", StatusCodes.Status400BadRequest);

    /// <summary>The item has no overpayment that waits for a decision.</summary>
    public static readonly Refusal NothingOverpaid = new("AID-0025", "这个项目没有待处理的多发金额");

    /// <summary>There is no such parameter.</summary>
    public static readonly Refusal NoSuchParameter = new("AID-0030", "没有这个政策参数", StatusCodes.Status404NotFound);

    /// <summary>The value or the dates do not fit the parameter.</summary>
    public static readonly Refusal WrongParameter = new("AID-0031", "参数的数值或起止日期不正确", StatusCodes.Status400BadRequest);

    /// <summary>The document it rests on is missing.</summary>
    public static readonly Refusal NoBasis = new("AID-0032", "请写明文件依据", StatusCodes.Status400BadRequest);

    /// <summary>The parameter is confirmed already.</summary>
    public static readonly Refusal ParameterConfirmed = new("AID-0033", "这个参数已经复核");

    /// <summary>A filter of a list is not one that exists.</summary>
    public static readonly Refusal NoSuchState = new("AID-0040", "没有这种项目状态", StatusCodes.Status400BadRequest);

    /// <summary>There is no such household here, or it lies outside the region.</summary>
    public static readonly Refusal NoSuchHousehold = new("AID-0041", "没有这一户", StatusCodes.Status404NotFound);

    /// <summary>What should be a month is none.</summary>
    public static readonly Refusal NotAMonth = new("AID-0042", "月份应写成 2016-05 的形式", StatusCodes.Status400BadRequest);

    /// <summary>The purpose is missing.</summary>
    public static readonly Refusal NoPurpose = new("AID-0050", "请选择查询用途", StatusCodes.Status400BadRequest);

    /// <summary>Registration does not answer.</summary>
    public static readonly Refusal RegisterDown = new("AID-0051", "农工办的名册服务暂时联系不上，请稍后再试", StatusCodes.Status503ServiceUnavailable);

    /// <summary>What an approval says of an earlier overpayment that is set off in it (抵扣说明).</summary>
    public static string OffsetSentence(string policy, string period, Money amount) => $"此前“{policy}”（{period}）多发，从本项中抵扣 {amount} 元。";

    /// <summary>Whether a reason says something and fits its column.</summary>
    public static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= 500;
}
