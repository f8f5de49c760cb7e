using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fupin.Audit.Trail;

/// <summary>The hash chain of the trail (哈希链): SHA-256 over all fields in a form in which no two different entries look alike.</summary>
internal static class Chain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>The hash of an entry: each field as UTF-8 with its length before it, so that no field can borrow from its neighbour.</summary>
    public static string HashOf(TrailEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Append(hash, entry.EventId.ToString("N"));
        Append(hash, entry.Event);
        Append(hash, entry.HouseholdId?.ToString("N") ?? "");
        Append(hash, entry.Village.Digits);
        Append(hash, entry.Department);
        Append(hash, entry.OfficerId?.ToString("N") ?? "");
        Append(hash, entry.HappenedAtUtc.Ticks.ToString(CultureInfo.InvariantCulture));
        Append(hash, entry.ArrivedAtUtc.Ticks.ToString(CultureInfo.InvariantCulture));
        Append(hash, entry.Body);
        Append(hash, entry.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
