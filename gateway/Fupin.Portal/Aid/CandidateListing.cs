using System.Globalization;
using Fupin.Contracts.Values;
using Fupin.Portal.Clients;
using Fupin.Portal.Lists;

namespace Fupin.Portal.Aid;

/// <summary>Somebody whom a work list names (工作清单对象), as the page shows it.</summary>
internal sealed record CandidateLine(
    Guid ItemId, Guid HouseholdId, string Village, Guid? MemberId, string Policy, string PolicyName, string Period, Money Amount, DateOnly? Day, bool IsCertain,
    IReadOnlyList<CandidateReason> Reasons);

/// <summary>A line of a reason (理由).</summary>
internal sealed record CandidateReason(string Label, string Value, string? Basis);

/// <summary>A page of a work list (清单的一页).</summary>
internal sealed record CandidatePage(string Kind, string Month, IReadOnlyList<CandidateReason> Notes, IReadOnlyList<CandidateLine> Items, string? Next);

/// <summary>A work list "who" of a department (对象清单): who newly qualifies, whose aid is about to end, who is entitled and waits. It goes on by key.</summary>
internal sealed class CandidateListing : Listing<CandidateLine>
{
    public const string New = "new";
    private const int LargestPage = 200;

    /// <summary>The kinds of work lists.</summary>
    public static readonly IReadOnlyList<(string Kind, string Text, string Day)> Kinds = [(New, "新符合条件", "符合日期"), ("leaving", "即将到期、超龄", "享受到"), ("waiting", "应享未享", "符合日期")];

    public override IReadOnlyList<Column<CandidateLine>> Columns { get; } = ColumnsOf("日期");

    /// <summary>The columns, with the heading of the day.</summary>
    public static IReadOnlyList<Column<CandidateLine>> ColumnsOf(string day) =>
    [
        new("policy", "政策", line => $"{line.Policy} {line.PolicyName}") { CanSort = false },
        new("village", "行政村", line => line.Village) { CanSort = false },
        new("period", "所属期", line => line.Period) { CanSort = false },
        new("amount", "金额（元）", line => line.Amount) { IsNumber = true, CanSort = false },
        new("day", day, line => line.Day is { } known ? Texts.Day(known) : "一年以内") { CanSort = false },
        new("why", "理由", line => string.Join("；", line.Reasons.Select(reason => $"{reason.Label}：{reason.Value}"))) { CanSort = false },
    ];

    /// <summary>A page of the list, from a key on.</summary>
    public static Task<Answer<CandidatePage>> PageAsync(ServiceClient services, ListState state, string after, int size)
    {
        var kind = state["kind"] is { Length: > 0 } asked ? asked : New;
        var village = state["village"] is { Length: > 0 } division ? $"&village={Uri.EscapeDataString(division)}" : "";
        var policy = state["policy"] is { Length: > 0 } code ? $"&policy={Uri.EscapeDataString(code)}" : "";
        return services.GetAsync<CandidatePage>(state.Department, string.Create(
            CultureInfo.InvariantCulture, $"/candidates?kind={Uri.EscapeDataString(kind)}&size={size}&after={Uri.EscapeDataString(after)}{village}{policy}"));
    }

    // For the export: from the beginning until there are enough.
    public override async Task<Answer<Rows<CandidateLine>>> ReadAsync(ServiceClient services, ListState state, int skip, int take)
    {
        var rows = new List<CandidateLine>();
        var after = "";
        while (true)
        {
            var answer = await PageAsync(services, state, after, LargestPage);
            if (answer.Value is not { } page) return new Answer<Rows<CandidateLine>>(null, answer.Problem);
            rows.AddRange(page.Items);
            if (page.Next is not { } next || rows.Count >= take) return new Answer<Rows<CandidateLine>>(new Rows<CandidateLine>([.. rows.Take(take)], rows.Count), null);
            after = next;
        }
    }
}
