using Microsoft.AspNetCore.Http;

namespace Fupin.ServiceDefaults;

/// <summary>Refusals that every service gives alike (通用拒绝).</summary>
public static class SystemErrors
{
    /// <summary>Nobody is signed in (未登录).</summary>
    public static readonly Refusal NotSignedIn = new("SYS-0401", "请先登录", StatusCodes.Status401Unauthorized);

    /// <summary>The officer lacks the permission (无权限).</summary>
    public static readonly Refusal NotPermitted = new("SYS-0403", "您没有办理此项业务的权限", StatusCodes.Status403Forbidden);

    /// <summary>There is nothing at the address, or nothing the officer may see (不存在).</summary>
    public static readonly Refusal NotFound = new("SYS-0404", "没有找到", StatusCodes.Status404NotFound);

    /// <summary>What came cannot be read (无法读取).</summary>
    public static readonly Refusal Unreadable = new("SYS-0400", "提交的内容无法读取，请检查格式后重试", StatusCodes.Status400BadRequest);

    /// <summary>What came is too large (超出大小).</summary>
    public static readonly Refusal TooLarge = new("SYS-0413", "提交的内容太大", StatusCodes.Status413PayloadTooLarge);

    /// <summary>Somebody else changed it meanwhile (已被他人修改).</summary>
    public static readonly Refusal ChangedMeanwhile = new("SYS-0409", "刚刚已被他人修改，请刷新后重试");

    /// <summary>A fault of ours (系统故障).</summary>
    public static readonly Refusal Fault = new("SYS-0500", "系统出错，请稍后再试；如仍不行，请把追踪号告诉管理员", StatusCodes.Status500InternalServerError);
}
