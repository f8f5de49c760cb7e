using System.Text;
using Fupin.Portal.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fupin.Portal.Lists;

/// <summary>Writes a list into a file that spreadsheets open (导出): exactly what the page's filter shows, masked like the page.</summary>
internal static class CsvExport
{
    /// <summary>Serves the export of a list beside its page.</summary>
    /// <param name="app">The host.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="title">The name of the file.</param>
    /// <param name="listing">The list.</param>
    /// <param name="permission">What the page asks for.</param>
    public static void MapExport<TRow>(this IEndpointRouteBuilder app, string page, string title, Listing<TRow> listing, string permission) => app
        .MapGet($"{page}/export", async (HttpContext context, ServiceClient services) =>
        {
            var state = ListState.Of(context);
            var answer = await listing.ReadAsync(services, state, 0, Listing<TRow>.MostRows);
            return answer.Value is { } rows
                ? Results.File(Write(listing.Columns, rows.Items), "text/csv; charset=utf-8", $"{title}.csv")
                : Results.StatusCode(answer.Problem!.Status);
        })
        .RequireAuthorization(permission)
        .ExcludeFromDescription();

    internal static byte[] Write<TRow>(IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        var text = new StringBuilder().Append('\uFEFF'); // without the mark, spreadsheets take UTF-8 for something else
        Line(text, columns.Select(column => column.Title));
        foreach (var row in rows) Line(text, columns.Select(column => Harmless(column, column.CellOf(row))));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    // A text that begins like a formula stays a text.
    private static string Harmless<TRow>(Column<TRow> column, string cell) => !column.IsNumber && cell is ['=' or '+' or '-' or '@' or '\t', ..] ? $"'{cell}" : cell;
}
