namespace Fupin.Registration.Dci;

/// <summary>How the platform is known to partners (本平台标识), from <c>Dci:SystemId</c>.</summary>
internal sealed class DciOptions(IConfiguration configuration)
{
    /// <summary>Our sender_id, and the receiver_id partners may name.</summary>
    public string SystemId { get; } = configuration["Dci:SystemId"] ?? "fupin";
}
