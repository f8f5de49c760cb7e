using System.Globalization;
using Fupin.Contracts.Values;

namespace Fupin.Portal.Lists;

/// <summary>A column of a list (列), as the page shows it, sorts by it and exports it.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Title">Its heading, with the unit of an amount.</param>
/// <param name="Value">What stands in it.</param>
public sealed record Column<TRow>(string Name, string Title, Func<TRow, object?> Value)
{
    /// <summary>Whether it holds figures, which stand to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the list can be put into its order.</summary>
    public bool CanSort { get; init; } = true;

    /// <summary>What people read.</summary>
    public string TextOf(TRow row) => Value(row) switch
    {
        null => "—",
        Money amount => amount.ToString(),
        DateOnly day => Clients.Texts.Day(day),
        DateTime moment => Clients.Texts.Moment(moment),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };

    /// <summary>What a table of figures takes: amounts without separators, nothing where nothing is.</summary>
    public string CellOf(TRow row) => Value(row) switch
    {
        null => "",
        Money amount => (amount.Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        _ => TextOf(row),
    };
}
