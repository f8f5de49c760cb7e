using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance;

// Everything this department decides on comes with the facts; it keeps no records of its own.
internal sealed class SocialAssistanceRecords : IOwnRecords
{
    public Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct) =>
        Task.FromResult(Array.Empty<object>().ToLookup(_ => Guid.Empty));
}
