using Fupin.Audit.Data;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Trail;

/// <summary>Recomputes the whole chain (留痕核验): gaps, changed fields, broken links and a cut-off tail all show.</summary>
internal static class VerifyTrail
{
    private const int BatchSize = 1000;

    /// <summary>The result: whole, or the first bad entry with what was expected and found.</summary>
    public sealed record Response(bool Whole, long Entries, long? FirstBadSequence, string? ExpectedHash, string? FoundHash, string LastHash);

    public static async Task<Response> Handle(AuditDb db, CancellationToken ct)
    {
        long sequence = 0;
        var previous = Chain.Root;
        while (true)
        {
            // The chain is one for all regions: whoever may verify verifies all of it, and is shown hashes only.
            var batch = await db.Entries.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
                .Where(entry => entry.Sequence > sequence)
                .OrderBy(entry => entry.Sequence)
                .Take(BatchSize)
                .ToListAsync(ct);
            foreach (var entry in batch)
            {
                if (entry.Sequence != sequence + 1) return Bad(sequence, sequence + 1, previous, "(missing)");
                if (entry.PreviousHash != previous) return Bad(sequence, entry.Sequence, previous, entry.PreviousHash);
                var hash = Chain.HashOf(entry);
                if (hash != entry.Hash) return Bad(sequence, entry.Sequence, hash, entry.Hash);
                sequence = entry.Sequence;
                previous = hash;
            }

            if (batch.Count < BatchSize) break;
        }

        var head = await db.Heads.AsNoTracking().SingleAsync(ct);
        // Entries may have been appended behind our back while we read; fewer than the head says were cut off.
        if (head.Sequence < sequence || (head.Sequence == sequence && head.Hash != previous)) return Bad(sequence, sequence, head.Hash, previous);
        var missing = head.Sequence > sequence && !await db.Entries.IgnoreQueryFilters([ScopeFilter.Name]).AnyAsync(entry => entry.Sequence == sequence + 1, ct);
        return missing ? Bad(sequence, sequence + 1, head.Hash, "(missing)") : new Response(true, sequence, null, null, null, previous);
    }

    private static Response Bad(long entries, long sequence, string expected, string found) => new(false, entries, sequence, expected, found, expected);
}
