using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fupin.Messaging.Desk;

/// <summary>What operators see of a service's messages and do about those that came to nothing (消息运维).</summary>
public static class MessageDesk
{
    /// <summary>No such message, or not in this service.</summary>
    public static readonly Refusal NoSuchMessage = new("SYS-0451", "没有这条消息，请刷新列表", StatusCodes.Status404NotFound);

    /// <summary>A dead letter is sent to its queue again once; what fails again is a new dead letter.</summary>
    public static readonly Refusal ReplayedBefore = new("SYS-0452", "这条消息已经重放过；再次失败会成为一条新的死信");

    /// <summary>What never was an event cannot be sent again as one.</summary>
    public static readonly Refusal NotAnEvent = new("SYS-0453", "这条消息不是平台的事件，不能重放");

    /// <summary>Maps the routes under /messages; for operators only.</summary>
    public static void MapMessageDesk(this IEndpointRouteBuilder app)
    {
        var messages = app.MapGroup("/messages").RequireAuthorization(Permissions.Operate).WithTags("Messages");
        messages.MapGet("/", ListTroubled.Handle).WithSummary("待发、搁置的事件和死信");
        messages.MapPost("/dead-letters/{id:guid}/replay", ReplayDeadLetter.Handle).Refuses(NoSuchMessage, ReplayedBefore, NotAnEvent).WithSummary("重放一条死信");
        messages.MapPost("/parked/{id:guid}/release", ReleaseParked.Handle).Refuses(NoSuchMessage).WithSummary("放行一条搁置的事件");
    }
}
