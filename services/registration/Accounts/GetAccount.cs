using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.Stacking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Accounts;

/// <summary>The aid account of a household in a month (一户一账): every item with its sentence, and which departments have told theirs.</summary>
internal static class GetAccount
{
    public sealed record ReductionLine(string Rule, Money Amount, string? Because, string Text);

    public sealed record Item(
        Guid Id, string Department, string Policy, string PolicyName, string Beneficiary, string Period, AidNature Nature, Money Proposed, Money Granted,
        StackedState State, IReadOnlyList<ReductionLine> Reductions, IReadOnlyList<TraceLine> Trace, string? Claim, string ParameterVersion);

    public sealed record Department(string Name, string Title, int? Revision, string State, string Text);

    public sealed record CountedLine(IncomeView View, string Policy, Money Amount);

    public sealed record Response(
        Guid Household, string? Number, HouseholdStatus State, string? Text, AidMonth Month, int Revision, DateTime? StackedAtUtc, IReadOnlyList<Item> Items,
        Money Proposed, Money Granted, IReadOnlyList<Department> Departments, IReadOnlyList<CountedLine> Counted, IReadOnlyList<AidMonth> Months);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, DepartmentsAlive alive, TimeProvider clock, CancellationToken ct, string? month = null)
    {
        AidMonth asked;
        if (month is null) asked = clock.ThisMonth();
        else if (!AidMonth.TryParse(month, out asked)) return StackingErrors.NotAMonth;
        var household = await db.Households.AsNoTracking().Where(one => one.Id == id).Select(one => new { one.Number, one.Status }).FirstOrDefaultAsync(ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;

        var account = await db.AidAccounts.AsNoTracking().FirstOrDefaultAsync(one => one.HouseholdId == id && one.Month == asked, ct);
        var months = await db.AidAccounts.Where(one => one.HouseholdId == id).OrderBy(one => one.Month).Select(one => one.Month).ToListAsync(ct);
        var sets = account?.Sets ?? [];
        var result = account?.Result;
        var proposed = sets.SelectMany(set => set.Items).ToDictionary(item => item.ItemId);
        var items = (result?.Items ?? []).Select(item => ItemOf(id, item, proposed[item.ItemId])).ToList();
        var answering = await alive.GetAsync();
        return TypedResults.Ok(new Response(
            id, household.Number, household.Status, AccountTexts.Of(household.Status), asked, account?.Revision ?? 0, account?.StackedAtUtc, items,
            Money.Sum(items.Select(item => item.Proposed)), Money.Sum(items.Select(item => item.Granted)),
            [.. DepartmentsAlive.All.Select(name => DepartmentOf(name, sets, answering.GetValueOrDefault(name)))],
            [.. (result?.Counted ?? []).Select(counted => new CountedLine(counted.View, counted.Policy, counted.Amount))],
            months));
    }

    private static Item ItemOf(Guid household, StackedItem item, ProposedItem proposed) => new(
        item.ItemId, item.Department, item.Policy, RuleBook.Default.NameOf(item.Policy), (item.MemberId ?? household).ToString(), item.Period, item.Nature,
        item.Proposed, item.Granted, item.State,
        [.. item.Reductions.Select(reduction => new ReductionLine(reduction.Rule, reduction.Amount, reduction.BecausePolicy, reduction.Text))],
        proposed.Trace, item.Claim, proposed.ParameterVersion);

    private static Department DepartmentOf(string name, IReadOnlyList<DepartmentSet> sets, bool answers)
    {
        var revision = sets.FirstOrDefault(set => set.Department == name)?.Revision;
        var state = (revision, answers) switch
        {
            (_, false) => DepartmentState.Unreachable,
            (null, _) => DepartmentState.Waiting,
            _ => DepartmentState.Received,
        };
        return new Department(name, AccountTexts.TitleOf(name), revision, state, AccountTexts.Of(state, revision is not null));
    }
}
