namespace Fupin.Gateway.Sessions;

/// <summary>A signed-in browser (会话); the browser holds only its id, in a sealed cookie.</summary>
internal sealed class Session
{
    public required string Id { get; init; }

    /// <summary>Who it is and the tokens, sealed.</summary>
    public required byte[] Ticket { get; set; }

    public DateTime ExpiresAtUtc { get; set; }
}
