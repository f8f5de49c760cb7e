using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Trials;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Aid.Reasons;

/// <summary>Why a household does not get an aid (为什么没有): of each policy that gives it nothing in a month, the first condition that fails, person by person.</summary>
internal static class ExplainAbsence
{
    public sealed record Reason(Guid? MemberId, IReadOnlyList<TraceLine> Lines);

    public sealed record PolicyAbsence(string Policy, string PolicyName, string Basis, IReadOnlyList<Reason> Reasons);

    public sealed record Answer(Guid HouseholdId, string Department, AidMonth Month, IReadOnlyList<PolicyAbsence> Policies);

    public static async Task<Results<Ok<Answer>, Refusal>> Handle(
        Guid id, AidCases cases, PolicyBook book, CurrentParameters parameters, TimeProvider clock, CancellationToken ct, AidMonth? month = null, string? policy = null)
    {
        var asked = month ?? clock.ThisMonth();
        if (await cases.FindAsync(id, asked, ct) is not { } aidCase) return AidErrors.NoSuchHousehold;
        var decisions = new Decisions(Detail.WhyNot);
        book.Decide(aidCase, await parameters.OnAsync(asked.Last, ct), decisions);
        var given = decisions.Given.Select(decision => decision.Policy.Code).ToHashSet();
        return TypedResults.Ok(new Answer(id, book.Department, asked,
        [
            .. book.Policies.Where(one => !given.Contains(one.Code) && (policy is null || one.Code == policy)).Select(one => new PolicyAbsence(
                one.Code, book.NameOf(one.Code).Name, book.NameOf(one.Code).Basis,
                [.. decisions.NotGiven.Where(not => not.Policy == one).Select(not => new Reason(not.MemberId, not.Reason.Lines))])),
        ]));
    }
}
