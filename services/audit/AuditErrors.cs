using Fupin.ServiceDefaults;

namespace Fupin.Audit;

internal static class AuditErrors
{
    public static readonly Refusal NoSuchHousehold = new("AUD-0001", "没有这一户的记录", StatusCodes.Status404NotFound);
    public static readonly Refusal NotAPage = new("AUD-0002", "分页参数不对：after 为上一页最后的序号，size 为 1 至 200", StatusCodes.Status400BadRequest);
}
