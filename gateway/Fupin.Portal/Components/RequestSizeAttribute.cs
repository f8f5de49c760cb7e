using Microsoft.AspNetCore.Http.Metadata;

namespace Fupin.Portal.Components;

/// <summary>How large a page's form may be (表单大小), in bytes; other pages keep the small default.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequestSizeAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize { get; } = bytes;
}
