using Fupin.Portal.Clients;

namespace Fupin.Portal.Lists;

/// <summary>Some rows of a list, and how many there are in all (列表的一页).</summary>
public sealed record Rows<TRow>(IReadOnlyList<TRow> Items, int Total);

/// <summary>A list (列表): its columns, and where its rows come from. The page and the export both read it, so they cannot differ.</summary>
internal abstract class Listing<TRow>
{
    /// <summary>How many rows are exported, or put in order here, at most.</summary>
    public const int MostRows = 5_000;

    public abstract IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The rows of a part of the list, in its order.</summary>
    public abstract Task<Answer<Rows<TRow>>> ReadAsync(ServiceClient services, ListState state, int skip, int take);
}

/// <summary>A list short enough to be read whole and put in order here (短列表), because its service gives it in one order only.</summary>
internal abstract class ShortListing<TRow> : Listing<TRow>
{
    protected abstract Task<Answer<IReadOnlyList<TRow>>> AllAsync(ServiceClient services, ListState state);

    public override async Task<Answer<Rows<TRow>>> ReadAsync(ServiceClient services, ListState state, int skip, int take)
    {
        var all = await AllAsync(services, state);
        return all.Value is { } rows
            ? new Answer<Rows<TRow>>(new Rows<TRow>([.. InOrder(rows, state).Skip(skip).Take(take)], rows.Count), null)
            : new Answer<Rows<TRow>>(null, all.Problem);
    }

    /// <summary>All rows of a list that is given page after page.</summary>
    protected static async Task<Answer<IReadOnlyList<TRow>>> FollowAsync<TPage>(
        Func<string?, Task<Answer<TPage>>> ask, Func<TPage, (IReadOnlyList<TRow> Items, string? Next)> read)
        where TPage : class
    {
        var rows = new List<TRow>();
        string? after = null;
        do
        {
            var answer = await ask(after);
            if (answer.Value is not { } page) return new Answer<IReadOnlyList<TRow>>(null, answer.Problem);
            var (items, next) = read(page);
            rows.AddRange(items);
            after = next;
        }
        while (after is not null && rows.Count < MostRows);
        return new Answer<IReadOnlyList<TRow>>(rows, null);
    }

    private IEnumerable<TRow> InOrder(IReadOnlyList<TRow> rows, ListState state)
    {
        if (Columns.FirstOrDefault(column => column.Name == state.Sort && column.CanSort) is not { } by) return rows;
        var order = Comparer<object?>.Create((a, b) => a is string left && b is string right ? string.CompareOrdinal(left, right) : Comparer<object?>.Default.Compare(a, b));
        return state.Descending ? rows.OrderByDescending(by.Value, order) : rows.OrderBy(by.Value, order);
    }
}
