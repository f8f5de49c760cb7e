using System.Text.Json;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Aid.Grpc;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.Stacking;
using Grpc.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.WhatIf;

/// <summary>What a household would get from all departments (政策自助测算), from facts that anybody may fill in: no sign-in, nothing stored, nobody named.</summary>
internal static class CheckEntitlement
{
    private const int MostMembers = 20;
    private const int OldestAge = 130;
    private const int MostRounds = 8;
    private static readonly Money MostIncome = Money.FromYuan(10_000_000);

    /// <param name="Members">The members; the first is the head.</param>
    /// <param name="Attribute">The class of the household (户属性).</param>
    /// <param name="Operating">Operating income of a year, fen.</param>
    /// <param name="OperatingCost">Operating cost, fen.</param>
    /// <param name="Property">Property income, fen.</param>
    /// <param name="Transfers">Transfer income by item, fen.</param>
    /// <param name="TransferExpense">Transfer expense, fen.</param>
    /// <param name="Month">For which month; the present one without.</param>
    public sealed record Request(
        IReadOnlyList<Person> Members,
        HouseholdAttribute Attribute = HouseholdAttribute.Ordinary,
        Money Operating = default,
        Money OperatingCost = default,
        Money Property = default,
        IReadOnlyDictionary<TransferItem, Money>? Transfers = null,
        Money TransferExpense = default,
        AidMonth? Month = null);

    /// <param name="Age">Age in years.</param>
    /// <param name="Wage">Wages of a year, fen.</param>
    public sealed record Person(
        int Age,
        Sex Sex,
        IReadOnlyList<HealthStatus>? Health = null,
        DisabilityType? DisabilityType = null,
        int? DisabilityLevel = null,
        LabourAbility? LabourAbility = null,
        StudentStatus? Student = null,
        int WorkMonths = 0,
        Money Wage = default);

    /// <param name="Member">Which person it is for, from 1; absent for the household.</param>
    public sealed record Aid(
        string Department, string Policy, string Name, string Basis, int? Member, string Period, AidNature Nature, Money Proposed, Money Granted, StackedState State,
        IReadOnlyList<string> Reductions, IReadOnlyList<TraceLine> Trace);

    public sealed record NotGiven(string Department, string Policy, string Name, string Basis, int? Member, IReadOnlyList<TraceLine> Reasons);

    public sealed record Response(AidMonth Month, bool BelowLine, Money PerCapita, Money Line, Money Granted, IReadOnlyList<Aid> Aids, IReadOnlyList<NotGiven> NotGivenAids);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Request request, RegistrationDb db, Departments departments, TimeProvider clock, CancellationToken ct)
    {
        if (!Fits(request)) return WhatIfErrors.WrongFacts;
        var (today, month) = (clock.Today(), request.Month ?? clock.ThisMonth());
        var ids = request.Members.Select(_ => Guid.NewGuid()).ToList();
        var facts = FactsOf(request, ids, await db.IncomeRulesAsync(ct), today);
        var book = await db.RuleBookAsync(ct);
        try
        {
            var (answers, stacked) = await StackAsync(facts, month, book, departments, ct);
            var line = (await db.RegistrationRulesAsync(today, ct)).IncomeLine;
            var perCapita = new Money(facts.Income.Totals[IncomeView.Identification].Fen / request.Members.Count);
            return TypedResults.Ok(new Response(
                month, perCapita < line, perCapita, line, Money.Sum(stacked.Items.Select(item => item.Granted)),
                [.. stacked.Items.Select(item => AidOf(item, answers, ids))],
                [.. answers.SelectMany(answer => answer.Value.Reasons.Select(reason => NotGivenOf(answer.Key, reason, ids)))]));
        }
        catch (RpcException exception) when (exception.StatusCode != StatusCode.Cancelled)
        {
            return WhatIfErrors.SomeDepartmentDown;
        }
    }

    // Asks again while the income that counts changes, as the platform does for a household it knows.
    private static async Task<(Dictionary<string, FactsAnswer> Answers, StackResult Stacked)> StackAsync(
        HouseholdFacts facts, AidMonth month, RuleBook book, Departments departments, CancellationToken ct)
    {
        var question = new FactsQuestion { Month = month.ToString(), Facts = JsonSerializer.Serialize(facts, EventCatalog.Json), Counted = new TrialItems() };
        for (var round = 1; ; round++)
        {
            var answers = (await Task.WhenAll(DepartmentsAlive.All.Select(async department =>
                (department, Answer: await departments.ClientOf(department).TryFactsAsync(question, cancellationToken: ct))))).ToDictionary(pair => pair.department, pair => pair.Answer);
            var sets = answers.Select(answer => new DepartmentSet(answer.Key, 1, [.. answer.Value.Items.Select(ItemOf)])).ToList();
            var stacked = Fupin.Stacking.Stack.Compute(sets, book, month, []);
            var counted = TrialItems.Of([.. stacked.Counted.Select(aid => new TrialItem(0, aid.Policy, aid.MemberId, month.ToString(), aid.Amount, (int)aid.View, null, null, null))]);
            if (round == MostRounds || counted.Equals(question.Counted)) return (answers, stacked);
            question.Counted = counted;
        }
    }

    private static ProposedItem ItemOf(FactsItem item) => JsonSerializer.Deserialize<ProposedItem>(item.Item, EventCatalog.Json)!;

    private static Aid AidOf(StackedItem item, Dictionary<string, FactsAnswer> answers, List<Guid> ids)
    {
        var (proposed, told) = answers[item.Department].Items.Select(one => (Item: ItemOf(one), Told: one)).First(one => one.Item.ItemId == item.ItemId);
        return new Aid(
            item.Department, item.Policy, told.Name, told.Basis, PlaceOf(item.MemberId, ids), item.Period, item.Nature, item.Proposed, item.Granted, item.State,
            [.. item.Reductions.Select(reduction => reduction.Text)], proposed.Trace);
    }

    private static NotGiven NotGivenOf(string department, FactsReason reason, List<Guid> ids) => new(
        department, reason.Policy, reason.Name, reason.Basis, PlaceOf(Guid.TryParse(reason.MemberId, out var member) ? member : null, ids),
        [.. reason.Lines.Select(line => new TraceLine(line.Label, line.Value, line.Basis.Length == 0 ? null : line.Basis))]);

    private static int? PlaceOf(Guid? member, List<Guid> ids) => member is { } id && ids.IndexOf(id) is >= 0 and var place ? place + 1 : null;

    private static bool Fits(Request request) =>
        request.Members is { Count: > 0 and <= MostMembers }
        && Enum.IsDefined(request.Attribute)
        && request.Members.All(one => one.Age is >= 0 and <= OldestAge && one.WorkMonths is >= 0 and <= 12 && one.DisabilityLevel is null or (>= 1 and <= 4)
            && (one.DisabilityLevel is null) == (one.DisabilityType is null) && Enum.IsDefined(one.Sex) && IsAmount(one.Wage))
        && IsAmount(request.Operating) && IsAmount(request.OperatingCost) && IsAmount(request.Property) && IsAmount(request.TransferExpense)
        && (request.Transfers ?? new Dictionary<TransferItem, Money>()).All(item => Enum.IsDefined(item.Key) && IsAmount(item.Value));

    private static bool IsAmount(Money amount) => amount >= Money.Zero && amount <= MostIncome;

    private static HouseholdFacts FactsOf(Request request, List<Guid> ids, IReadOnlyCollection<IncomeItemRule> rules, DateOnly today)
    {
        var transfers = request.Transfers ?? new Dictionary<TransferItem, Money>();
        var sheet = new IncomeSheet
        {
            Year = today.Year - 1,
            Persons = ids.Count,
            Wages = [.. request.Members.Select((one, index) => new Wage(ids[index], one.WorkMonths, one.Wage))],
            Operating = request.Operating,
            OperatingCost = request.OperatingCost,
            Property = request.Property,
            Transfers = transfers,
            TransferExpense = request.TransferExpense,
        };
        return new HouseholdFacts(
            default,
            request.Attribute,
            PovertyCause.Other,
            [.. request.Members.Select((one, index) => new MemberFacts(
                ids[index], index == 0, AgeBand.Of(one.Age), one.Sex, one.Health ?? [HealthStatus.Healthy], one.DisabilityType, one.DisabilityLevel, one.LabourAbility, one.Student,
                null, null, one.WorkMonths, one.Wage))],
            new IncomeFacts(today.Year - 1, request.Operating, request.OperatingCost, request.Property, transfers, request.TransferExpense, IncomeTotals.InAll(sheet, rules, today)));
    }
}
