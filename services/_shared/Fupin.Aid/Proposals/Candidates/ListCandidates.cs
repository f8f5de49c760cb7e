using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Trials;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Proposals.Candidates;

/// <summary>
/// The work lists "who" (对象清单): who newly qualifies, whose aid is about to end, who qualifies and has been waiting. Pages go by key, within the
/// officer's region; a page may be shorter than asked for, and goes on while it names a next one.
/// </summary>
internal static class ListCandidates
{
    private const int MostRows = 200;

    public sealed record Page(string Kind, AidMonth Month, IReadOnlyList<TraceLine> Notes, IReadOnlyList<Candidate> Items, string? Next);

    public static async Task<Results<Ok<Page>, Refusal>> Handle(
        string kind, DbContext db, PolicyBook book, CurrentParameters parameters, AidCases cases, TimeProvider clock, CancellationToken ct,
        string? policy = null, DivisionCode? village = null, string? after = null, int size = 50)
    {
        var (today, month) = (clock.Today(), clock.ThisMonth());
        var values = await parameters.OnAsync(today, ct);
        var asked = new Asked(village, policy, after, Math.Clamp(size, 1, MostRows));
        switch (kind)
        {
            case "new":
                var qualified = await NewlyQualified.FindAsync(db, book, values, month, asked, ct);
                return TypedResults.Ok(new Page(kind, month, [values.Line("desk.new.note", [])], qualified.Items, qualified.Next));
            case "waiting":
                var waiting = await Waiting.FindAsync(db, book, values, today, asked, ct);
                return TypedResults.Ok(new Page(kind, month, [values.Line("desk.waiting.note", values.Number("desk.waitingDays"))], waiting.Items, waiting.Next));
            case "leaving":
                var leaving = await new Leaving(db, book, cases, values, today).FindAsync(asked, ct);
                TraceLine[] notes = [values.Line("desk.leaving.note", values.Number("desk.leavingDays")), values.Line("desk.leaving.ages", [])];
                return TypedResults.Ok(new Page(kind, month, notes, leaving.Items, leaving.Next));
            default:
                return AidErrors.NoSuchCandidates;
        }
    }

    /// <summary>Items that count: not withdrawn, and not refused by stacking; of a policy and a division, where they are named.</summary>
    internal static IQueryable<AidItem> Counting(this DbContext db, Asked asked)
    {
        var items = db.Counting().Inside(asked.Village);
        return asked.Policy is { } policy ? items.Where(item => item.Policy == policy) : items;
    }

    /// <summary>Items that count: not withdrawn, and not refused by stacking.</summary>
    internal static IQueryable<AidItem> Counting(this DbContext db) =>
        db.Set<AidItem>().AsNoTracking().Where(item => !item.IsWithdrawn && item.Outcome != StackedState.Refused);
}
