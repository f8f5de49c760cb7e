using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;

namespace Fupin.Registration.Identification;

/// <summary>Every refusal of identification (识别), REG-02xx.</summary>
internal static class IdentificationErrors
{
    public static readonly Refusal NoSuchBatch = new("REG-0201", "没有这一批次", StatusCodes.Status404NotFound);
    public static readonly Refusal NoSuchCase = new("REG-0202", "没有这一户的识别档案", StatusCodes.Status404NotFound);
    public static readonly Refusal NoSuchVillage = new("REG-0203", "没有这个村", StatusCodes.Status404NotFound);
    public static readonly Refusal StepOutOfTurn = new("REG-0204", "当前为“{0}”，不能办理“{1}”");
    public static readonly Refusal QuorumNotMet = new("REG-0205", "应到 {0} 人，实到 {1} 人，不足 {2}，评议无效");
    public static readonly Refusal AttendanceMissing = new("REG-0206", "请填写应到人数和实到人数", StatusCodes.Status400BadRequest);
    public static readonly Refusal AttendanceAboveRoster = new("REG-0207", "实到人数多于应到人数，请核对会议签到表");
    public static readonly Refusal MeetingInFuture = new("REG-0208", "评议日期晚于今天，会后再填报");
    public static readonly Refusal VotesAbovePresent = new("REG-0209", "序号 {0} 的票数 {1} 与实到 {2} 人不符，请核对");
    public static readonly Refusal NotVoted = new("REG-0210", "评议会没有对该户表决");
    public static readonly Refusal NoticeStillRunning = new("REG-0211", "公示期未满，还差 {0} 天");
    public static readonly Refusal ObjectionOpen = new("REG-0212", "有 {0} 件异议未答复，答复后再办理");
    public static readonly Refusal SecondHat = new("REG-0213", "同一人不得既{0}又{1}");
    public static readonly Refusal FindingsMissing = new("REG-0214", "抽中的户须逐户写明核查结论，尚缺：序号 {0}");
    public static readonly Refusal SamplingUnexplained = new("REG-0215", "核查未通过的户须写明原因", StatusCodes.Status400BadRequest);
    public static readonly Refusal FindingOutOfPlace = new("REG-0216", "核查结论或表决中有不属于本步骤的户，请核对");
    public static readonly Refusal AboveIncomeLine = new("REG-0217", "人均可支配收入 {0} 元，不低于 {1} 元，不能登记");
    public static readonly Refusal IncomeUnknown = new("REG-0218", "没有该户的收入测算表，不能登记");
    public static readonly Refusal ReasonMissing = new("REG-0219", "请填写理由", StatusCodes.Status400BadRequest);
    public static readonly Refusal NothingToStepBack = new("REG-0220", "该户刚刚录入，前面没有可退回的步骤");
    public static readonly Refusal AlreadyRegistered = new("REG-0221", "该户已建档立卡，不能退回；需要调整的请走退出程序");
    public static readonly Refusal WrongLevel = new("REG-0222", "这一步由其他层级办理，您不能退回", StatusCodes.Status403Forbidden);
    public static readonly Refusal NotOnNotice = new("REG-0223", "该户不在公示到公告期间，不能登记异议");
    public static readonly Refusal NoSuchObjection = new("REG-0224", "没有这件异议", StatusCodes.Status404NotFound);
    public static readonly Refusal AlreadyAnswered = new("REG-0225", "这件异议已经答复");
    public static readonly Refusal ObjectionEmpty = new("REG-0226", "请写明异议内容，2000 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal AnswerEmpty = new("REG-0227", "请写明调查和答复内容，2000 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchAttachment = new("REG-0228", "没有这个附件", StatusCodes.Status404NotFound);
    public static readonly Refusal AttachmentUnreadable = new("REG-0229", "附件应为 JPG、PNG 或 PDF 文件", StatusCodes.Status400BadRequest);
    public static readonly Refusal AttachmentTooLarge = new("REG-0230", "附件不能超过 5 MB", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal AttachmentKindUnknown = new("REG-0231", "附件类别不对，请重新选择", StatusCodes.Status400BadRequest);
    public static readonly Refusal TextTooLong = new("REG-0232", "文字太长，请控制在 2000 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal PhotoReused = new("REG-0233", "这张公示照片以前用过，请上传本次公示的照片");

    public static Refusal OutOfTurn(CaseState state, Step step) => StepOutOfTurn.With(Name(state), Name(step));

    public static Refusal SamePerson(Duty held, Duty wanted) =>
        held < wanted ? SecondHat.With(Name(held), Name(wanted)) : SecondHat.With(Name(wanted), Name(held));

    public static string Passed(int votesFor, int present) => $"到会 {present} 人，同意 {votesFor} 票";

    public static string NotPassed(int votesFor, int present) => $"到会 {present} 人，同意 {votesFor} 票，未过半数";

    public static string FoundUntrue(string note) => $"核查未通过：{note}";

    public static string ObjectionUpheld(int number) => $"第 {number} 件异议经查属实";

    private static string Name(CaseState state) => state switch
    {
        CaseState.Entered => "申请中",
        CaseState.Reviewed => "已评议",
        CaseState.FirstNotice => "村公示中",
        CaseState.FirstNoticeClosed => "村公示期满",
        CaseState.TownReviewed => "镇已审核",
        CaseState.SecondNotice => "镇公示中",
        CaseState.SecondNoticeClosed => "镇公示期满",
        CaseState.DistrictChecked => "区已核查",
        CaseState.Announced => "已公告",
        CaseState.Registered => "已建档立卡",
        _ => "不予列入",
    };

    private static string Name(Step step) => step switch
    {
        Step.Entered => "录入",
        Step.ReviewMeeting => "民主评议",
        Step.FirstNotice => "村公示",
        Step.CloseFirstNotice => "村公示结束",
        Step.TownReview => "镇审核",
        Step.SecondNotice => "镇公示",
        Step.CloseSecondNotice => "镇公示结束",
        Step.DistrictCheck => "区核查",
        Step.Announce => "区公告",
        Step.Register => "建档立卡",
        Step.Objection => "登记异议",
        Step.Answer => "答复异议",
        _ => "退回",
    };

    private static string Name(Duty duty) => duty switch { Duty.Enter => "录入", Duty.Review => "审核", _ => "审批" };
}
