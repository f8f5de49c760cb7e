using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;

namespace Fupin.Contracts.Aid.Grpc;

/// <summary>Items of a trial in columns (试算项目列), as <c>aid.proto</c> carries them: written and read in one place for all who ask and answer.</summary>
public sealed partial class TrialItems
{
    private const int IdLength = 16;

    /// <summary>How many items there are.</summary>
    public int Count => Household.Count;

    /// <summary>Puts ids one behind the other, as batches of households and columns of members carry them.</summary>
    public static Google.Protobuf.ByteString Ids(IReadOnlyList<Guid> ids)
    {
        var bytes = new byte[ids.Count * IdLength];
        for (var index = 0; index < ids.Count; index++) ids[index].TryWriteBytes(bytes.AsSpan(index * IdLength));
        return Google.Protobuf.UnsafeByteOperations.UnsafeWrap(bytes);
    }

    /// <summary>Reads ids that stand one behind the other; refuses (<see cref="ArgumentException"/>) a length that is not whole.</summary>
    public static Guid[] Ids(Google.Protobuf.ByteString ids)
    {
        if (ids.Length % IdLength != 0) throw new ArgumentException("An id has 16 bytes.", nameof(ids));
        var read = new Guid[ids.Length / IdLength];
        for (var index = 0; index < read.Length; index++) read[index] = new Guid(ids.Span.Slice(index * IdLength, IdLength));
        return read;
    }

    /// <summary>The items as rows, for whoever reads them.</summary>
    public IEnumerable<TrialItem> Rows()
    {
        var members = Ids(Member);
        for (var index = 0; index < Count; index++)
        {
            yield return new TrialItem(
                Household[index], Policy[index], members[index] == Guid.Empty ? null : members[index], Period[index], new Money(Fen[index]), Kind[index],
                Claim[index].Length == 0 ? null : Claim[index], ClaimTotal[index] < 0 ? null : new Money(ClaimTotal[index]),
                Month.Count == 0 ? null : AidMonth.Parse(Month[index]));
        }
    }

    /// <summary>Rows as columns.</summary>
    public static TrialItems Of(IReadOnlyCollection<TrialItem> rows)
    {
        var items = new TrialItems { Member = Ids([.. rows.Select(row => row.MemberId ?? Guid.Empty)]) };
        foreach (var row in rows)
        {
            items.Household.Add(row.Household);
            items.Policy.Add(row.Policy);
            items.Period.Add(row.Period);
            items.Fen.Add(row.Amount.Fen);
            items.Kind.Add(row.Kind);
            items.Claim.Add(row.Claim ?? "");
            items.ClaimTotal.Add(row.ClaimTotal?.Fen ?? -1);
            if (row.Month is { } month) items.Month.Add(month.ToString());
        }

        return items;
    }
}

/// <summary>An item of a trial (试算项目).</summary>
/// <param name="Household">The household, by its place in the batch.</param>
/// <param name="Policy">The policy code.</param>
/// <param name="MemberId">The beneficiary, where it is a person.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Amount">Fen.</param>
/// <param name="Kind">The nature of an item proposed, the view of one that counts.</param>
/// <param name="Claim">The claim it pays, where it does.</param>
/// <param name="ClaimTotal">The whole of that claim, fen.</param>
/// <param name="Month">The month of an earlier item.</param>
public readonly record struct TrialItem(
    int Household, string Policy, Guid? MemberId, string Period, Money Amount, int Kind, string? Claim, Money? ClaimTotal, AidMonth? Month)
{
    /// <summary>What the item is, where it is proposed.</summary>
    public AidNature Nature => (AidNature)Kind;

    /// <summary>In which view it counts, where it does.</summary>
    public IncomeView View => (IncomeView)Kind;
}
