namespace Fupin.Employment.Policies;

/// <summary>Records in an order of their own (记录次序), so that what a policy decides never depends on the order of entry.</summary>
internal static class RecordOrder
{
    /// <summary>The records in order; nothing is copied where there is none or one, as in nearly every household.</summary>
    public static ReadOnlySpan<TRecord> InOrder<TRecord>(this ReadOnlySpan<TRecord> records, Comparison<TRecord> earlier)
        where TRecord : class
    {
        if (records.Length < 2) return records;
        var ordered = records.ToArray();
        Array.Sort(ordered, earlier);
        return ordered;
    }
}
