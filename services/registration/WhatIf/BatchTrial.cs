using Fupin.Contracts.Aid.Grpc;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Stacking;

namespace Fupin.Registration.WhatIf;

/// <summary>
/// One side of a trial (试算一侧): the present rules and parameters, or the drafted ones. It asks all departments for a batch of households,
/// stacks what they give, and asks those that depend on counted income again until that stays the same, as the platform itself does.
/// </summary>
internal sealed class BatchTrial(IReadOnlyList<DepartmentTrial> departments, RuleBook book, bool asDrafted, EarlierGrants earlierGrants)
{
    private const int MostRounds = 8;

    private readonly HashSet<string> lookingBack = EarlierGrants.PoliciesLookingBack(book);
    private readonly StackSheet sheet = new();
    private readonly Dictionary<int, List<EarlierGrant>> simulated = [];
    private TrialItems[] earlier = [.. departments.Select(_ => new TrialItems())];

    /// <summary>Computes a month for the batch; months must come in order, because what one granted can decide on the next.</summary>
    public async Task<IReadOnlyList<TrialGrant>[]> ComputeAsync(
        AidMonth month, IReadOnlyList<TrialHousehold> households, Google.Protobuf.ByteString ids, CancellationToken ct)
    {
        var nothing = new TrialItems();
        var answers = await Task.WhenAll(departments.Select((department, at) => department.AskAsync(month, asDrafted, ids, nothing, earlier[at], ct)));
        var counted = nothing;
        for (var round = 1; ; round++)
        {
            var (stacked, next) = await StackAsync(month, households, answers, ct);
            if (round == MostRounds || !departments.Any(department => department.DependsOnIncome) || next.Equals(counted))
            {
                Remember(month, stacked, answers);
                return [.. stacked.Select(lines => (IReadOnlyList<TrialGrant>)[.. lines.Select(line => new TrialGrant(departments[line.Department].Name, line.Item.Policy, line.Granted))])];
            }

            counted = next;
            answers = await Task.WhenAll(departments.Select((department, at) =>
                department.DependsOnIncome ? department.AskAsync(month, asDrafted, ids, counted, earlier[at], ct) : Task.FromResult(answers[at])));
        }
    }

    private async Task<(List<Stacked>[] Stacked, TrialItems Counted)> StackAsync(
        AidMonth month, IReadOnlyList<TrialHousehold> households, TrialItems[] answers, CancellationToken ct)
    {
        var stacker = book.StackerOf(month);
        var items = new List<(int Department, TrialItem Item)>[households.Count];
        for (var at = 0; at < answers.Length; at++)
        {
            foreach (var row in answers[at].Rows()) (items[row.Household] ??= []).Add((at, row));
        }

        var wanted = Enumerable.Range(0, households.Count).Where(place => items[place]?.Exists(item => lookingBack.Contains(item.Item.Policy)) == true).ToList();
        var granted = await earlierGrants.OfAsync([.. wanted.Select(place => households[place].Id)], ct);
        var (results, counted) = (new List<Stacked>[households.Count], new List<TrialItem>());
        for (var place = 0; place < households.Count; place++)
        {
            results[place] = [];
            if (items[place] is not { } own) continue;
            sheet.Clear();
            for (var index = 0; index < own.Count; index++)
            {
                var item = own[index].Item;
                sheet.Add(new StackLine(stacker.NumberOf(item.Policy), item.MemberId, item.Period, item.Claim, item.ClaimTotal, item.Amount, index));
            }

            List<EarlierGrant> before = [.. granted[households[place].Id], .. simulated.GetValueOrDefault(place) ?? []];
            stacker.Stack(sheet, before);
            foreach (var line in sheet.Lines)
            {
                results[place].Add(new Stacked(own[line.Place].Department, own[line.Place].Item, line.Left));
                if (line.Left == Money.Zero) continue;
                foreach (var view in stacker.ViewsOf(line.Policy)) counted.Add(own[line.Place].Item with { Amount = line.Left, Kind = (int)view });
            }
        }

        return (results, TrialItems.Of(counted));
    }

    // What this month granted is what the next month's policies and rules call earlier.
    private void Remember(AidMonth month, List<Stacked>[] stacked, TrialItems[] answers)
    {
        for (var place = 0; place < stacked.Length; place++)
        {
            foreach (var line in stacked[place])
            {
                if (!simulated.TryGetValue(place, out var grants)) simulated[place] = grants = [];
                grants.Add(new EarlierGrant(line.Item.Policy, line.Item.MemberId, line.Item.Period, month, line.Granted, line.Item.Claim));
            }
        }

        earlier =
        [
            .. answers.Select((_, at) => TrialItems.Of(
            [
                .. earlier[at].Rows(),
                .. stacked.SelectMany(lines => lines)
                    .Where(line => line.Department == at && line.Granted > Money.Zero)
                    .Select(line => line.Item with { Amount = line.Granted, Month = month }),
            ])),
        ];
    }

    private readonly record struct Stacked(int Department, TrialItem Item, Money Granted);
}
