using Fupin.Contracts.Values;

namespace Fupin.Aid.Proposals;

/// <summary>A month that was opened whole (已开月份): every household on the register by then has its set.</summary>
public sealed class OpenedMonth
{
    /// <summary>The month (月份).</summary>
    public AidMonth Month { get; init; }

    /// <summary>When it was done, on the platform clock.</summary>
    public DateTime AtUtc { get; init; }
}
