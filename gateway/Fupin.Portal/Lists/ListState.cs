using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Fupin.Portal.Lists;

/// <summary>What a list shows (列表状态): filter, order, page and its size. It stands in the address, so it never holds what names a person.</summary>
public sealed class ListState
{
    /// <summary>The sizes of a page that an officer can choose.</summary>
    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    private readonly string path;
    private readonly IReadOnlyDictionary<string, string> values;

    private ListState(string path, IReadOnlyDictionary<string, string> values)
    {
        (this.path, this.values) = (path, values);
        var sort = this["sort"];
        (Sort, Descending) = sort.StartsWith('-') ? (sort[1..], true) : (sort, false);
        Page = int.TryParse(this["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;
        Size = int.TryParse(this["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0];
    }

    /// <summary>The state that a request asks for.</summary>
    public static ListState Of(HttpContext context) => new(
        context.Request.Path.Value!,
        context.Request.Query.Where(pair => pair.Value.ToString().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));

    /// <summary>The column it is sorted by; empty for the list's own order.</summary>
    public string Sort { get; }

    public bool Descending { get; }

    public int Page { get; }

    public int Size { get; }

    public int Skip => (Page - 1) * Size;

    /// <summary>The department whose page it is: the first part of the address.</summary>
    public string Department => path.Split('/')[1];

    /// <summary>A value of the filter; empty when it is not set.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>The same list with a value of the filter that was not asked for, so that links and the export hold it.</summary>
    public ListState With(string name, string value) => new(path, new Dictionary<string, string>(values) { [name] = value });

    /// <summary>How the column stands for <c>aria-sort</c>.</summary>
    public string? OrderOf(string column) => column != Sort ? null : Descending ? "descending" : "ascending";

    /// <summary>The same list, sorted by a column, the other way round when it already is.</summary>
    public string SortedBy(string column) => To(("sort", column == Sort && !Descending ? $"-{column}" : column), ("page", null));

    public string OnPage(int page) => To(("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    public string WithSize(int size) => To(("size", size == Sizes[0] ? null : size.ToString(CultureInfo.InvariantCulture)), ("page", null));

    /// <summary>The same list from a key on, where it goes on by key; from the beginning without one.</summary>
    public string From(string? key) => To(("after", key));

    /// <summary>Where exactly this list, all of its pages, is written into a file.</summary>
    public string Export => $"{path}/export{QueryOf(values.Where(pair => pair.Key is not ("page" or "size" or "done" or "after")))}";

    private string To(params (string Name, string? Value)[] changes)
    {
        var changed = values.Where(pair => pair.Key != "done").ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null) changed.Remove(name);
            else changed[name] = value;
        }

        return path + QueryOf(changed);
    }

    private static string QueryOf(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in pairs) query.Add(name, value);
        return query.ToString();
    }
}
