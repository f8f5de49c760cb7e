using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fupin.Registration.Identification;

/// <summary>Who visits the sample (抽查层级).</summary>
internal enum SampleLevel
{
    /// <summary>The town (镇).</summary>
    Town,

    /// <summary>The district (区).</summary>
    District,
}

/// <summary>
/// A draw of cases to be visited (抽样核查). Who is drawn follows from the seed alone, so that anybody can draw again and compare:
/// the cases with the smallest SHA-256 of "seed:case id" are visited.
/// </summary>
internal sealed class SampleDraw
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid BatchId { get; private init; }

    public SampleLevel Level { get; private init; }

    /// <summary>32 hexadecimal digits of chance (随机种子).</summary>
    public string Seed { get; private init; } = "";

    /// <summary>The share to draw (抽查比例).</summary>
    public string Rate { get; private init; } = "";

    /// <summary>How many it was drawn from.</summary>
    public int Population { get; private init; }

    /// <summary>How many were drawn.</summary>
    public int Size { get; private init; }

    public DateTime AtUtc { get; private init; }

    public static string NewSeed() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Draws at least the share of the cases and at least one; a case drawn before stays drawn, so that going back cannot draw a kinder sample.</summary>
    public static SampleDraw Draw(Guid batchId, SampleLevel level, Ratio rate, IReadOnlyCollection<IdentificationCase> cases, string seed, DateTime atUtc)
    {
        var wanted = Math.Max(1, rate.RoundedUpOf(cases.Count));
        var chosen = cases
            .OrderByDescending(one => one.IsInSample(level))
            .ThenBy(one => Rank(seed, one.Id), StringComparer.Ordinal)
            .Take(Math.Max(wanted, cases.Count(one => one.IsInSample(level))))
            .ToList();
        chosen.ForEach(one => one.PutInSample(level));
        return new SampleDraw
        {
            BatchId = batchId,
            Level = level,
            Seed = seed,
            Rate = rate.ToString(),
            Population = cases.Count,
            Size = chosen.Count,
            AtUtc = atUtc,
        };
    }

    private static string Rank(string seed, Guid caseId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{caseId:D}"))));
}
