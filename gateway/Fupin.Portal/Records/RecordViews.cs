using System.Globalization;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Records;

// What pages read of the desks' records; the services' own declarations are authoritative.
internal sealed record KindLine(string Kind, string Title, string Subject);

internal sealed record KindView(string Kind, string Title, string Subject, IReadOnlyList<KindColumn> Columns);

public sealed record KindColumn(string Name, string Header, string Type, bool Required, string? Hint, int? Longest, IReadOnlyList<KindChoice> Choices)
{
    /// <summary>The heading, with the unit of an amount.</summary>
    public string Title => Type == "yuan" ? $"{Header}（元）" : Header;

    /// <summary>A value as people read it.</summary>
    public string TextOf(JsonElement record)
    {
        if (!record.TryGetProperty(Name, out var value) || value.ValueKind == JsonValueKind.Null) return "—";
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return Type switch
        {
            "yuan" => new Money(value.GetInt64()).ToString(),
            "code" or "yesNo" => Choices.FirstOrDefault(choice => choice.Value == text)?.Text ?? text,
            _ => text,
        };
    }

    /// <summary>What was typed, as JSON takes it; what is no figure goes as it is, and the service says what is wrong with it.</summary>
    public object? ValueOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Type switch
    {
        "yuan" => Yuan.Fen(typed) is { } fen ? fen : typed,
        "number" => long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : typed,
        "yesNo" => typed == "true",
        _ => typed.Trim(),
    };
}

public sealed record KindChoice(string Value, string Text);

internal sealed record RecordPageView(IReadOnlyList<JsonElement> Items, string? Next);

internal sealed record RecordImportList(IReadOnlyList<RecordImportView> Items, Guid? Next);

internal sealed record RecordImportView(
    Guid Id, string Kind, string State, int Rows, int Processed, int Accepted, int Rejected, int Unmatched, int AlreadyThere, DateTime UploadedAtUtc, bool WorkbookKept,
    IReadOnlyList<ImportFinding> Findings);

internal sealed record UnmatchedList(IReadOnlyList<UnmatchedView> Items, Guid? Next, bool RegisterDown);

internal sealed record UnmatchedView(
    Guid Id, string Kind, string Title, string Reason, string State, string Village, string? Name, string? IdNumber, string? HouseholdNumber, JsonElement Record,
    DateTime EnteredAtUtc, string EnteredBy, string? ClosedBy, DateTime? ClosedAtUtc, string? Why, IReadOnlyList<SuggestedView> Suggestions)
{
    /// <summary>Whom the row names, as far as a list may show it.</summary>
    public string Whom => string.Join(' ', new[] { Name, IdNumber, HouseholdNumber }.Where(text => !string.IsNullOrEmpty(text)));
}

internal sealed record SuggestedView(Guid HouseholdId, Guid MemberId, string Name, string IdNumber, string Village, string Likeness);

/// <summary>The officer's own imports of a kind (我的导入).</summary>
internal static class RecordImportColumns
{
    public static readonly IReadOnlyList<Column<RecordImportView>> All =
    [
        new("at", "上传时间", job => job.UploadedAtUtc) { CanSort = false },
        new("state", "状态", job => Texts.Word(job.State)) { CanSort = false },
        new("rows", "行", job => job.Rows) { IsNumber = true, CanSort = false },
        new("accepted", "可入库", job => job.Accepted) { IsNumber = true, CanSort = false },
        new("rejected", "有错", job => job.Rejected) { IsNumber = true, CanSort = false },
        new("unmatched", "待核对", job => job.Unmatched) { IsNumber = true, CanSort = false },
    ];
}
