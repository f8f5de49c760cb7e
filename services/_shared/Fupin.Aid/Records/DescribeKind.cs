using Fupin.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Records;

/// <summary>What a kind of records consists of (记录种类说明), for whoever draws a form or fills in a workbook.</summary>
internal static class DescribeKind
{
    public sealed record Column(
        string Name, string Header, RecordColumnType Type, bool Required, string? Hint, int? Longest, IReadOnlyList<RecordChoice> Choices);

    public sealed record Response(string Kind, string Title, RecordSubject Subject, IReadOnlyList<Column> Columns);

    public sealed record Line(string Kind, string Title, RecordSubject Subject);

    public static Ok<IReadOnlyList<Line>> All(RecordKinds kinds) =>
        TypedResults.Ok<IReadOnlyList<Line>>([.. kinds.All.Select(kind => new Line(kind.Name, kind.Title, kind.Subject))]);

    public static Ok<Response> Handle(RecordKind kind) => TypedResults.Ok(new Response(
        kind.Name, kind.Title, kind.Subject,
        [.. kind.Columns.Select(column => new Column(column.Name, column.Header, column.Type, column.IsRequired, column.Hint, column.Longest, column.Choices))]));

    public static FileContentHttpResult Template(RecordKind kind) =>
        TypedResults.File(MarkedWorkbook.Template(kind.Form), UploadedWorkbook.ContentType, $"{kind.Title}.xlsx");
}
