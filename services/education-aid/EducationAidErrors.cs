using Fupin.ServiceDefaults;

namespace Fupin.EducationAid;

internal static class EducationAidErrors
{
    public static readonly Refusal WrongTuition = new("EDU-0002", "学费应在 0 到 100000 元之间", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSuchTerm = new("EDU-0003", "学期应写作年份加 S1（春季）或 S2（秋季），如 2016-S1", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoSchool = new("EDU-0004", "请填写学校名称（100 字以内）", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoDropOutReason = new("EDU-0005", "辍学的请填写原因", StatusCodes.Status400BadRequest);
}
