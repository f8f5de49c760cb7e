using System.Text;
using System.Text.Json;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Messages;

/// <summary>Says what is told to partners in the specification's envelopes (应答报文).</summary>
internal sealed class Answers(DciKeys keys, DciOptions options)
{
    private const string JsonType = "application/json";

    /// <summary>A whole message as text: signature, header, message. The signature is over the text that stands beside it.</summary>
    public string Seal(ReplyHeader header, object message)
    {
        var (head, body) = (JsonSerializer.Serialize(header, Wire.Json), JsonSerializer.Serialize(message, Wire.Json));
        return $$"""{"signature":"{{DetachedSignature.Sign(head, body, keys.Signing)}}","header":{{head}},"message":{{body}}}""";
    }

    /// <summary>The header of an answer or callback to a partner.</summary>
    public ReplyHeader Header(string messageId, string action, string? receiver, int total, int completed, string status = RequestStatus.Succeeded, Refusal? refusal = null) => new(
        messageId, Wire.Write(TimeProvider.System.GetUtcNow().UtcDateTime), action, status,
        refusal?.Code.StartsWith("rjct.", StringComparison.Ordinal) == true ? refusal.Code : null, refusal?.Text, total, completed, options.SystemId, receiver);

    /// <summary>The answer to a synchronous message.</summary>
    public ContentHttpResult Reply(PartnerMessage message, string action, int completed, object body) => TypedResults.Text(
        Seal(Header(Guid.CreateVersion7().ToString("N"), action, message.Partner.SenderId, message.Items.Count, completed), body), JsonType, Encoding.UTF8);

    /// <summary>
    /// Refuses a synchronous message: the header of the answer says that it was rejected (MsgCallbackHeader), and errors says it as HttpErrorResponse does.
    /// </summary>
    public ContentHttpResult Refuse(Refusal refusal, string action, MessageHeader? header) => Json(refusal.Status, new
    {
        Header = Header(Guid.CreateVersion7().ToString("N"), action, header?.SenderId, header?.TotalCount ?? 0, 0, RequestStatus.Rejected, refusal),
        Errors = new[] { new { refusal.Code, Message = refusal.Text } },
    });

    /// <summary>Saves what an asynchronous message did and acknowledges it: what comes of it is told by callback. A message whose id was used has no effect.</summary>
    public static async Task<ContentHttpResult> SaveAsync(RegistrationDb db, PartnerMessage message, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException twice) when (twice.IsUniqueViolation())
        {
            return RefuseAsync(DciErrors.MessageTwice);
        }

        return Json(StatusCodes.Status200OK, new { Message = new { AckStatus = "ACK", Timestamp = Now, message.CorrelationId } });
    }

    /// <summary>Refuses an asynchronous message (ERR); nothing follows by callback. Error.code has no values for headers: the reason then stands in the message.</summary>
    public static ContentHttpResult RefuseAsync(Refusal refusal)
    {
        var own = refusal.Code.StartsWith("err.", StringComparison.Ordinal);
        var code = own ? refusal.Code : refusal == DciErrors.VersionWrong ? "err.version.not_supported" : "err.request.bad";
        return Json(refusal.Status, new
        {
            Message = new
            {
                AckStatus = "ERR",
                Timestamp = Now,
                Error = new { Code = code, Message = own ? refusal.Text : $"{refusal.Code}: {refusal.Text}" },
                CorrelationId = Guid.CreateVersion7().ToString("N"),
            },
        });
    }

    private static string Now => Wire.Write(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static ContentHttpResult Json(int status, object body) =>
        TypedResults.Text(JsonSerializer.Serialize(body, Wire.Json), JsonType, Encoding.UTF8, status);
}
