using Fupin.ServiceDefaults;

namespace Fupin.Registration.Changes;

/// <summary>Every refusal of a change of the register (名册变更), REG-04xx.</summary>
internal static class ChangeErrors
{
    public static readonly Refusal NoSuchChange = new("REG-0401", "没有这项变更", StatusCodes.Status404NotFound);
    public static readonly Refusal Decided = new("REG-0402", "这项变更已经办结");
    public static readonly Refusal SameOfficer = new("REG-0403", "同一人不得既申请又批准变更，请由另一名经办人批准");
    public static readonly Refusal OtherOpen = new("REG-0404", "该户有一项变更尚未办结，请先办结");
    public static readonly Refusal NotRegistered = new("REG-0405", "该户不在册，不能办理变更");
    public static readonly Refusal ReasonMissing = new("REG-0406", "请写明变更理由，200 字以内", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchVillage = new("REG-0407", "没有这个村", StatusCodes.Status404NotFound);
    public static readonly Refusal SameVillage = new("REG-0408", "该户已在这个村");
    public static readonly Refusal HeadStays = new("REG-0409", "户主留在原户；户主要分出的，请先变更户主");
    public static readonly Refusal NobodyGoes = new("REG-0410", "请选择分出的成员，至少一人，并留下至少一人", StatusCodes.Status400BadRequest);
    public static readonly Refusal OneHead = new("REG-0411", "请为新户指定一名户主，并写明其他人与新户主的关系", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchOther = new("REG-0412", "没有要并入的户", StatusCodes.Status404NotFound);
    public static readonly Refusal OtherNotRegistered = new("REG-0413", "要并入的户不在册，或就是本户");
    public static readonly Refusal RelationsMissing = new("REG-0414", "请写明每名成员与并入户户主的关系，户主只能是原有的一名", StatusCodes.Status400BadRequest);
    public static readonly Refusal MayNotDecide = new("REG-0415", "这项变更由其他层级批准", StatusCodes.Status403Forbidden);
    public static readonly Refusal HouseholdChanged = new("REG-0416", "申请之后户内成员有变化，请重新申请");
    public static readonly Refusal UnknownReason = new("REG-0417", "请选择减少原因", StatusCodes.Status400BadRequest);
    public static readonly Refusal WrongDay = new("REG-0418", "日期应在登记之日至今天之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotExited = new("REG-0419", "该户没有退出，不用再次申请");
    public static readonly Refusal CannotReturn = new("REG-0420", "该户已并户或销户，不能再次申请");
}
