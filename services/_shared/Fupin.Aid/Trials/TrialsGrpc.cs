using System.Globalization;
using System.Text.Json;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Aid.Grpc;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Trials;

/// <summary>Answers what the department's policies would give (试算), to many households at once or to one that nobody knows. Nothing is kept or told.</summary>
internal sealed class TrialsGrpc(AidCases cases, PolicyBook book, CurrentParameters parameters, DbContext db, TimeProvider clock)
    : Contracts.Aid.Grpc.Trials.TrialsBase
{
    private const int MostHouseholds = 2_000;
    private const int MostDrafts = 100;
    private const int LongestFacts = 64 * 1024;

    [Authorize(Permissions.ReadAid)]
    public override async Task TryHouseholds(IAsyncStreamReader<TrialQuestion> requestStream, IServerStreamWriter<TrialAnswer> responseStream, ServerCallContext context)
    {
        var ct = context.CancellationToken;
        var (drafts, loaded, values) = ((IReadOnlyList<Parameter>)[], default(Loaded), new Dictionary<(AidMonth, bool), PolicyParameters>());
        await foreach (var question in requestStream.ReadAllAsync(ct))
        {
            if (question.KindCase == TrialQuestion.KindOneofCase.Plan)
            {
                drafts = await DraftsAsync(question.Plan, ct);
                await responseStream.WriteAsync(new TrialAnswer { Start = new TrialStart { DependsOnIncome = book.DependsOn.Count > 0, Drafted = drafts.Count > 0 } }, ct);
                continue;
            }

            var batch = question.Batch;
            if (!AidMonth.TryParse(batch.Month, out var month) || batch.Households.Length > MostHouseholds * 16) throw new RefusedException(AidErrors.WrongTrial);
            if (!values.TryGetValue((month, batch.AsDrafted), out var known))
            {
                var current = await parameters.OnAsync(month.Last, ct);
                values[(month, batch.AsDrafted)] = known = batch.AsDrafted && drafts.Count > 0 ? current.With(drafts) : current;
            }

            // Asked again about the same households with other income that counts: what was read serves both questions.
            if (loaded is null || loaded.Month != month || !loaded.Households.Equals(batch.Households))
            {
                loaded = new Loaded(month, batch.Households, TrialItems.Ids(batch.Households), await cases.LoadAsync(TrialItems.Ids(batch.Households), month, ct));
                db.ChangeTracker.Clear();
            }

            await responseStream.WriteAsync(new TrialAnswer { Items = Decide(loaded, batch, known) }, ct);
        }
    }

    [AllowAnonymous]
    public override async Task<FactsAnswer> TryFacts(FactsQuestion request, ServerCallContext context)
    {
        if (!AidMonth.TryParse(request.Month, out var month) || request.Facts.Length > LongestFacts || FactsIn(request.Facts) is not { Members.Count: > 0 } facts)
        {
            throw new RefusedException(AidErrors.WrongTrial);
        }

        var values = await parameters.OnAsync(month.Last, context.CancellationToken);
        var aidCase = new AidCase(Guid.Empty, month, facts) { Counted = [.. CountedIn(request.Counted).Select(counted => counted.Aid)] };
        var decisions = new Decisions(Detail.WhyNot);
        book.Decide(aidCase, values, decisions);
        var answer = new FactsAnswer();
        answer.Items.AddRange(book.ToItems(aidCase, decisions, values).Select(item => new FactsItem
        {
            Item = JsonSerializer.Serialize(item, EventCatalog.Json),
            Name = book.NameOf(item.Policy).Name,
            Basis = book.NameOf(item.Policy).Basis,
        }));
        answer.Reasons.AddRange(decisions.NotGiven.Select(not => Reason(not)));
        return answer;
    }

    private TrialItems Decide(Loaded loaded, TrialBatch batch, PolicyParameters values)
    {
        var counted = CountedIn(batch.Counted).ToLookup(one => one.Household, one => one.Aid);
        var earlier = (batch.Earlier ?? new TrialItems()).Rows().ToLookup(
            item => item.Household,
            item => new EarlierItem(item.Policy, item.MemberId, item.Period, item.Month ?? loaded.Month.AddMonths(-1), item.Amount, item.Claim));
        var (decisions, rows) = (new Decisions(Detail.Amounts), new List<TrialItem>());
        for (var place = 0; place < loaded.Ids.Length; place++)
        {
            if (!loaded.Cases.TryGetValue(loaded.Ids[place], out var known)) continue;
            var aidCase = counted.Contains(place) || earlier.Contains(place)
                ? known.With([.. counted[place]], [.. known.Earlier, .. earlier[place]])
                : known;
            decisions.Clear();
            book.Decide(aidCase, values, decisions);
            foreach (var decision in decisions.All)
            {
                rows.Add(new TrialItem(
                    place, decision.Policy.Code, decision.MemberId, decision.Period, decision.Amount, (int)decision.Nature, decision.Claim, decision.ClaimTotal, Month: null));
            }
        }

        return TrialItems.Of(rows);
    }

    private async Task<IReadOnlyList<Parameter>> DraftsAsync(TrialPlan plan, CancellationToken ct)
    {
        if (plan.Parameters.Count > MostDrafts) throw new RefusedException(AidErrors.WrongTrial);
        var drafts = new List<Parameter>();
        var current = await parameters.OnAsync(clock.Today(), ct);
        foreach (var draft in plan.Parameters)
        {
            if (!DateOnly.TryParseExact(draft.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) throw new RefusedException(AidErrors.WrongParameter);
            DateOnly? to = DateOnly.TryParseExact(draft.To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null;
            var like = current.Rows.LastOrDefault(row => row.Name == draft.Name) ?? throw new RefusedException(AidErrors.NoSuchParameter);
            if (to < from || !ParameterRow.HasFormOf(like.Value, draft.Value)) throw new RefusedException(AidErrors.WrongParameter);
            drafts.Add(like with { Value = draft.Value, From = from, To = to });
        }

        return drafts;
    }

    private FactsReason Reason(NotGiven not)
    {
        var reason = new FactsReason
        {
            Policy = not.Policy.Code,
            Name = book.NameOf(not.Policy.Code).Name,
            Basis = book.NameOf(not.Policy.Code).Basis,
            MemberId = not.MemberId?.ToString() ?? "",
        };
        reason.Lines.AddRange(not.Reason.Lines.Select(line => new FactsLine { Label = line.Label, Value = line.Value, Basis = line.Basis ?? "" }));
        return reason;
    }

    private static IEnumerable<(int Household, CountedAid Aid)> CountedIn(TrialItems? counted) =>
        (counted ?? new TrialItems()).Rows().Select(row => (row.Household, new CountedAid(row.View, row.Policy, row.MemberId, row.Amount)));

    private static HouseholdFacts? FactsIn(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<HouseholdFacts>(json, EventCatalog.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Loaded(AidMonth Month, Google.Protobuf.ByteString Households, Guid[] Ids, IReadOnlyDictionary<Guid, AidCase> Cases);
}
