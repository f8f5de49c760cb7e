using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fupin.Workbooks;

/// <summary>A workbook in the field <c>file</c> of a multipart request (上传的工作簿).</summary>
public static class UploadedWorkbook
{
    /// <summary>The largest request that can hold one.</summary>
    public const int MaxRequestBytes = ReadWorkbook.MaxBytes + (64 * 1024);

    /// <summary>What a workbook is called when it is sent.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // In memory: what is beyond the threshold would lie on disk in clear until the request ends.
    private static readonly FormOptions Form = new() { MemoryBufferThreshold = MaxRequestBytes, MultipartBodyLengthLimit = MaxRequestBytes, ValueCountLimit = 8 };

    /// <summary>Its bytes and its sheet, or why it is refused.</summary>
    public static async Task<(byte[] Content, WorkbookSheet? Sheet, Refusal? No)> ReadAsync(HttpRequest request, SheetForm form, CancellationToken ct)
    {
        var refusals = form.Refusals;
        if (request.ContentLength > MaxRequestBytes) return ([], null, refusals.TooLarge);
        if (!request.HasFormContentType) return ([], null, refusals.FileMissing);
        try
        {
            var fields = await request.ReadFormAsync(Form, ct);
            if (fields.Files.GetFile("file") is not { } file) return ([], null, refusals.FileMissing);
            if (file.Length > ReadWorkbook.MaxBytes) return ([], null, refusals.TooLarge);
            var content = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, ct);
            var (sheet, no) = ReadWorkbook.From(content, form);
            return (content, sheet, no);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], null, refusals.TooLarge);
        }
        catch (InvalidDataException)
        {
            return ([], null, refusals.FileMissing); // a multipart body that cannot be read holds no file
        }
    }
}
