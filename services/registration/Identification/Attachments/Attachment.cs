using System.Security.Cryptography;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Registration.Identification.Attachments;

/// <summary>What a file proves (附件类别).</summary>
internal enum AttachmentKind
{
    /// <summary>The minutes of the review meeting (会议记录).</summary>
    Minutes,

    /// <summary>Who was at the meeting (签到表).</summary>
    AttendanceList,

    /// <summary>The ballots (评议选票).</summary>
    Ballots,

    /// <summary>A photo of a notice on its board (公示照片).</summary>
    NoticePhoto,

    /// <summary>The record of a visit (入户核查记录).</summary>
    VisitRecord,

    /// <summary>A written answer to an objection (异议答复书).</summary>
    ObjectionReply,

    /// <summary>Anything else (其他).</summary>
    Other,
}

/// <summary>A file that belongs to a batch or to one of its cases (附件). Photos and minutes show people, so name and content are sealed.</summary>
internal sealed class Attachment : IScoped
{
    public const string Table = "Attachments";

    public required Guid Id { get; init; }

    public Guid BatchId { get; init; }

    public Guid? CaseId { get; init; }

    public DivisionCode Village { get; init; }

    public AttachmentKind Kind { get; init; }

    public SealedText FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>SHA-256 of the content (内容摘要), by which a photo used twice shows.</summary>
    public required string ContentHash { get; init; }

    public int Size { get; init; }

    public Guid OfficerId { get; init; }

    public required string OfficerName { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>The step it was handed in with; nothing until then.</summary>
    public Guid? RunId { get; private set; }

    public AttachmentContent? Content { get; init; }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The type a file has by its first bytes, whatever it is called; nothing for a type that is not taken.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        _ => null,
    };

    public void HandInWith(Guid runId) => RunId ??= runId;
}

/// <summary>The sealed bytes of an attachment (附件内容), apart from it so that lists do not carry them.</summary>
internal sealed class AttachmentContent
{
    public required Guid Id { get; init; }

    public required string Sealed { get; init; }
}

/// <summary>Somebody opened an attachment (附件查阅记录).</summary>
internal sealed class AttachmentReading
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AttachmentId { get; init; }

    public Guid OfficerId { get; init; }

    public required string OfficerName { get; init; }

    public required string Reason { get; init; }

    public DateTime AtUtc { get; init; }
}
