using System.Text.Json;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.Registration.Stacking;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Fupin.Stacking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.WhatIf;

/// <summary>Starts a trial of drafts (发起试算). What cannot be tried is refused here, naming its line; then the trial goes on by itself.</summary>
internal static class StartWhatIf
{
    private const int MostMonths = 12;

    public sealed record Response(Guid Id);

    public static async Task<Results<Accepted<Response>, Refusal>> Handle(
        WhatIfRequest request, HttpRequest http, RegistrationDb db, Departments departments, WhatIfWorker worker, CurrentOfficer officer, TimeProvider clock,
        CancellationToken ct)
    {
        if (request.Months is < 1 or > MostMonths) return WhatIfErrors.WrongMonths;
        if (request.Division is { } division && !division.IsWithin(officer.Region)) return WhatIfErrors.WrongDivision;
        var parameters = request.Parameters ?? [];
        if (parameters.FirstOrDefault(draft => !DepartmentsAlive.All.Contains(draft.Department)) is { } unknown) return WhatIfErrors.NoSuchDepartment.With(unknown.Department);
        if (BookWith(request.Rules ?? [], await db.RuleBookAsync(ct)).No is { } wrongRule) return wrongRule;

        var (opened, no) = await departments.OpenAsync(authorization: null, parameters, ct);
        if (no is not null) return no;
        foreach (var one in opened) one.Dispose();

        var run = WhatIfRun.Start(officer.Id, officer.Name, officer.Region, request, clock.UtcNow(), TimeProvider.System.GetUtcNow().UtcDateTime);
        db.WhatIfRuns.Add(run);
        await db.SaveChangesAsync(ct);
        worker.Take(run.Id, http.Headers.Authorization.ToString());
        return TypedResults.Accepted($"/api/registration/what-if/{run.Id}", new Response(run.Id));
    }

    /// <summary>The present book with the drafted rules in it; a rule that cannot stand is refused by its line among the drafts.</summary>
    public static (RuleBook? Book, Refusal? No) BookWith(IReadOnlyList<JsonElement> drafts, RuleBook present)
    {
        var rules = present.Rules.ToList();
        foreach (var (index, json) in drafts.Index())
        {
            StackingRule rule;
            try
            {
                rule = RuleBook.Parse(json.GetRawText());
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException)
            {
                return (null, StackingErrors.DraftUnreadable.With(index + 1));
            }

            rules.RemoveAll(other => other.Code == rule.Code && other.From == rule.From);
            rules = [.. DraftStackingRule.InForceBeside(rule, rules), rule];
            if (RuleBook.Check(rules, present.PolicyNames) is [var fault, ..]) return (null, StackingErrors.DraftRefused.With(index + 1, fault.Text));
        }

        return (new RuleBook(rules, present.PolicyNames), null);
    }
}
