using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.Workbooks;
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

    /// <summary>What another office pays is shown and compared, never paid here.</summary>
    public static readonly Refusal PaidElsewhere = new("AID-0014", "这个项目由其他部门发放，不在这里审批");

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

    /// <summary>There is no such work list.</summary>
    public static readonly Refusal NoSuchCandidates = new("AID-0042", "请选择新符合条件、即将到期或应享未享中的一种", StatusCodes.Status400BadRequest);

    /// <summary>What should be a month is none.</summary>
    public static readonly Refusal NotAMonth = new("AID-0043", "月份应写成 2016-05 的形式", StatusCodes.Status400BadRequest);

    /// <summary>The purpose is missing.</summary>
    public static readonly Refusal NoPurpose = new("AID-0050", "请选择查询用途", StatusCodes.Status400BadRequest);

    /// <summary>Registration does not answer.</summary>
    public static readonly Refusal RegisterDown = new("AID-0051", "农工办的名册服务暂时联系不上，请稍后再试", StatusCodes.Status503ServiceUnavailable);

    /// <summary>What an approval says of an earlier overpayment that is set off in it (抵扣说明).</summary>
    public static string OffsetSentence(string policy, string period, Money amount) => $"此前“{policy}”（{period}）多发，从本项中抵扣 {amount} 元。";

    /// <summary>The question of a trial does not fit: month, facts or number of households.</summary>
    public static readonly Refusal WrongTrial = new("AID-0090", "试算的月份、户情或户数不正确", StatusCodes.Status400BadRequest);

    /// <summary>A field of a record is wrong; the sentence names it.</summary>
    public static readonly Refusal WrongField = new("AID-0060", "{0}", StatusCodes.Status400BadRequest);

    /// <summary>The member is not one of the household.</summary>
    public static readonly Refusal NoSuchMember = new("AID-0061", "本户没有这个人", StatusCodes.Status404NotFound);

    /// <summary>Neither member nor number, or both.</summary>
    public static readonly Refusal NoSubject = new("AID-0062", "请写明是哪一户的哪个人，或只写证件号码", StatusCodes.Status400BadRequest);

    /// <summary>Neither household nor its number, or both.</summary>
    public static readonly Refusal NoHousehold = new("AID-0063", "请写明是哪一户，或只写户编号", StatusCodes.Status400BadRequest);

    /// <summary>A record with this key is kept of somebody else.</summary>
    public static readonly Refusal RecordElsewhere = new("AID-0064", "这条记录已登记在别人名下，请核对", StatusCodes.Status409Conflict);

    /// <summary>There is no such record waiting, or it lies outside the region.</summary>
    public static readonly Refusal NoSuchUnmatched = new("AID-0065", "没有这条待核对的记录", StatusCodes.Status404NotFound);

    /// <summary>Somebody decided on it already.</summary>
    public static readonly Refusal UnmatchedClosed = new("AID-0066", "这条记录已经核对过");

    /// <summary>The state is none of the work list.</summary>
    public static readonly Refusal NoSuchUnmatchedState = new("AID-0067", "没有这种核对状态", StatusCodes.Status400BadRequest);

    /// <summary>What came is no workbook.</summary>
    public static readonly Refusal NotAWorkbook = new("AID-0070", "应上传 .xlsx 格式的工作簿", StatusCodes.Status400BadRequest);

    /// <summary>The workbook lacks the sheet.</summary>
    public static readonly Refusal SheetMissing = new("AID-0071", "工作簿中没有名为“{0}”的工作表，请使用模板", StatusCodes.Status400BadRequest);

    /// <summary>The sheet lacks columns.</summary>
    public static readonly Refusal ColumnsMissing = new("AID-0072", "工作表缺少以下列：{0}", StatusCodes.Status400BadRequest);

    /// <summary>A column stands twice.</summary>
    public static readonly Refusal ColumnTwice = new("AID-0073", "工作表中“{0}”列出现了两次，请删除多余的列", StatusCodes.Status400BadRequest);

    /// <summary>A cell holds a formula.</summary>
    public static readonly Refusal HasFormulas = new("AID-0074", "单元格 {0} 含有公式，请粘贴为数值后重新上传", StatusCodes.Status400BadRequest);

    /// <summary>The workbook reaches outside itself, or carries macros.</summary>
    public static readonly Refusal HasExternalLinks = new("AID-0075", "工作簿含有外部链接或宏，请去除后重新上传", StatusCodes.Status400BadRequest);

    /// <summary>The file is too large.</summary>
    public static readonly Refusal WorkbookTooLarge = new("AID-0076", "工作簿不能超过 20 MB", StatusCodes.Status413PayloadTooLarge);

    /// <summary>The workbook would unpack to too much.</summary>
    public static readonly Refusal Unpacks = new("AID-0077", "工作簿解压后过大，不能接收", StatusCodes.Status413PayloadTooLarge);

    /// <summary>The sheet has too many rows.</summary>
    public static readonly Refusal TooManyRows = new("AID-0078", "工作表不能超过 {0} 行，请分开上传", StatusCodes.Status400BadRequest);

    /// <summary>The sheet has no rows.</summary>
    public static readonly Refusal NoRows = new("AID-0079", "工作表中没有数据行", StatusCodes.Status400BadRequest);

    /// <summary>There is no file in the form.</summary>
    public static readonly Refusal FileMissing = new("AID-0080", "请选择要上传的工作簿", StatusCodes.Status400BadRequest);

    /// <summary>There is no such import of the officer's own.</summary>
    public static readonly Refusal NoSuchImport = new("AID-0081", "没有这次导入", StatusCodes.Status404NotFound);

    /// <summary>The import does not wait for a word.</summary>
    public static readonly Refusal ImportNotWaiting = new("AID-0082", "这次导入不在待确认状态，不能入库");

    /// <summary>The workbook was deleted after its days.</summary>
    public static readonly Refusal WorkbookGone = new("AID-0083", "工作簿已超过保存期限并删除，请重新上传", StatusCodes.Status410Gone);

    /// <summary>The rows are still being checked.</summary>
    public static readonly Refusal StillChecking = new("AID-0084", "正在校验，完成后再下载");

    internal static readonly WorkbookRefusals OfWorkbook = new(
        FileMissing, NotAWorkbook, SheetMissing, ColumnsMissing, ColumnTwice, HasFormulas, HasExternalLinks, WorkbookTooLarge, Unpacks, TooManyRows, NoRows);

    /// <summary>Whether a reason says something and fits its column.</summary>
    public static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= 500;
}
