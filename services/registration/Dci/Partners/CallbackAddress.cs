namespace Fupin.Registration.Dci.Partners;

/// <summary>Where a partner may be called back (回调地址): only below the addresses that two officers have listed.</summary>
internal static class CallbackAddress
{
    public const int Longest = 400;

    /// <summary>Reads an address to list: https, on this machine also http; nothing in it but host, port and path.</summary>
    public static Uri? Read(string? text) =>
        text is { Length: <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { UserInfo: "", Query: "", Fragment: "" }
            ? address
            : null;

    /// <summary>Whether the partner may be called at an address, compared by whole segments of the path.</summary>
    public static bool Allows(this DciPartner partner, Uri address) => partner.CallbackBases.Any(listed =>
        listed.Scheme == address.Scheme && listed.Host == address.Host && listed.Port == address.Port
        && (address.AbsolutePath == listed.AbsolutePath || address.AbsolutePath.StartsWith(listed.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal)));

    /// <summary>
    /// The address of a callback: beside the one the message names (…/on-search → …/notify), or below the listed one, in the paths of registry_core_api.
    /// Null when the message names one that is not listed.
    /// </summary>
    public static Uri? For(this DciPartner partner, string? senderUri, string path)
    {
        if (string.IsNullOrWhiteSpace(senderUri)) return partner.CallbackBases is [var usual, ..] ? new Uri($"{usual.AbsoluteUri.TrimEnd('/')}/registry/{path}") : null;
        if (Read(senderUri) is not { } named || !partner.Allows(named)) return null;
        var text = named.AbsoluteUri.TrimEnd('/');
        if (text.EndsWith($"/{path}", StringComparison.Ordinal)) return named;
        var last = text.LastIndexOf('/') + 1;
        return new Uri(text[last..].StartsWith("on-", StringComparison.Ordinal) ? text[..last] + path : $"{text}/registry/{path}");
    }
}
