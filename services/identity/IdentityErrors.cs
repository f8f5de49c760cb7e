using Fupin.ServiceDefaults;

namespace Fupin.Identity;

/// <summary>Everything identity says no to (拒绝).</summary>
internal static class IdentityErrors
{
    public static readonly Refusal NoSuchOfficer = new("IDN-0001", "没有这位经办人", StatusCodes.Status404NotFound);
    public static readonly Refusal LoginTaken = new("IDN-0002", "登录名已有人使用，请换一个");
    public static readonly Refusal PasswordTooWeak = new("IDN-0003", "密码至少 10 个字符，且不能包含登录名", StatusCodes.Status400BadRequest);
    public static readonly Refusal OwnAccount = new("IDN-0004", "不能停用自己的账号，请由其他管理人员办理");
    public static readonly Refusal RegionDoesNotFit = new("IDN-0005", "岗位与辖区不一致：村级岗位选行政村，镇级岗位选镇（街道），其余选区县", StatusCodes.Status400BadRequest);
    public static readonly Refusal OutsideRegion = new("IDN-0006", "不能任命本辖区以外的经办人", StatusCodes.Status403Forbidden);
    public static readonly Refusal WrongPassword = new("IDN-0010", "登录名或密码不正确，请重新输入", StatusCodes.Status401Unauthorized);
    public static readonly Refusal Locked = new("IDN-0011", "密码连续输错 5 次，账号已锁定，请在 {0} 之后再试", StatusCodes.Status423Locked);
}
