using System.Globalization;
using System.Text.Json.Nodes;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Households;
using Fupin.Stacking;

namespace Fupin.Registration.Dci.Searching;

/// <summary>
/// What a household is granted by all departments, as the Integrated Beneficiary Registry's Beneficiary (受益人记录): the household, its head, and each programme
/// in which it or one of its members is or was enrolled. The account of the month asked for says what is enrolled now.
/// </summary>
internal static class BeneficiaryRecord
{
    private const string Ended = "ended";

    private sealed record Enrolment(AidMonth First, AidMonth Last, IReadOnlyList<StackedItem> LastItems);

    public static JsonObject Of(Household household, AidMonth month, IReadOnlyList<AidAccount> accounts, RecordContext context)
    {
        var enrolments = Enrolments(accounts.Where(account => account.Month <= month));
        var programmes = enrolments.Select(one => ProgrammeOf(one.Key, one.Value, month)).ToList();
        var record = new JsonObject
        {
            ["@context"] = new JsonObject { ["@vocab"] = Vocabulary.Dci.Contexts[Registry.Ibr] },
            ["@type"] = "Beneficiary",
            ["@id"] = household.Number,
            ["assistance_unit"] = Vocabulary.Dci.AssistanceUnit,
            ["group"] = new JsonObject
            {
                ["@type"] = "Group",
                ["group_identifier"] = RecordContext.NumberOf(household),
                ["group_type"] = Vocabulary.Dci.GroupType,
                ["group_size"] = household.Members.Count,
                ["place"] = context.PlaceOf(household),
            },
            ["member"] = context.MemberOf(household, household.Head),
            ["programme_identifier"] = new JsonArray([.. programmes]),
            ["benefits"] = new JsonArray([.. accounts.Where(account => account.Month == month).SelectMany(account => account.Result?.Items ?? []).Select(item => BenefitOf(item, month))]),
            ["additional_attributes"] = new JsonArray($"benefit_month={month}"),
        };
        if (enrolments.Count == 0) return record;
        record["enrollment_date"] = RecordContext.Day(enrolments.Values.Min(one => one.First).First);
        record["enrollment_status"] = enrolments.Values.Any(one => one.Last == month && one.LastItems.Any(item => item.State != StackedState.Refused))
            ? Vocabulary.Dci.Enrolment["granted"]
            : Vocabulary.Dci.Enrolment[Ended];
        return record;
    }

    private static SortedDictionary<(string Policy, Guid? Member), Enrolment> Enrolments(IEnumerable<AidAccount> accounts)
    {
        var found = new SortedDictionary<(string Policy, Guid? Member), Enrolment>(Comparer<(string Policy, Guid? Member)>.Create((a, b) =>
            string.CompareOrdinal(a.Policy, b.Policy) is not 0 and var order ? order : Nullable.Compare(a.Member, b.Member)));
        foreach (var account in accounts.OrderBy(account => account.Month))
        {
            foreach (var items in (account.Result?.Items ?? []).GroupBy(item => (item.Policy, item.MemberId)))
            {
                var first = found.TryGetValue(items.Key, out var known) ? known.First : account.Month;
                found[items.Key] = new Enrolment(first, account.Month, [.. items]);
            }
        }

        return found;
    }

    private static JsonObject ProgrammeOf((string Policy, Guid? Member) of, Enrolment enrolment, AidMonth month)
    {
        var ended = enrolment.Last < month;
        var state = enrolment.LastItems.Any(item => item.State != StackedState.Refused) ? StackedState.Granted : StackedState.Refused;
        var programme = new JsonObject
        {
            ["@type"] = "Programme",
            ["programme_identifier"] = of.Policy,
            ["programme_name"] = RuleBook.Default.NameOf(of.Policy),
            ["implementing_institution"] = AccountTexts.TitleOf(enrolment.LastItems[0].Department),
            ["enrolment_date"] = RecordContext.Day(enrolment.First.First),
            ["enrolment_status"] = Vocabulary.Dci.Enrolment[ended ? Ended : state == StackedState.Refused ? "refused" : "granted"],
            ["status_change_date"] = new JsonArray(ended ? RecordContext.Day(enrolment.Last.AddMonths(1).First) : RecordContext.Day(enrolment.First.First)),
            ["benefits"] = new JsonArray([.. enrolment.LastItems.Select(item => BenefitOf(item, enrolment.Last))]),
            ["benefit_frequency"] = FrequencyOf(enrolment.LastItems[0].Period),
        };
        if (of.Member is { } member) programme["member_identifier"] = new JsonArray(RecordContext.Identifier("MEMBER_PSEUDONYM", member.ToString()));
        return programme;
    }

    private static JsonObject BenefitOf(StackedItem item, AidMonth month) => new()
    {
        ["@type"] = "Benefit",
        ["programme_identifier"] = item.Policy,
        ["benefit_type"] = Vocabulary.Dci.BenefitTypes[item.Nature],
        ["benefit_date"] = RecordContext.Day(month.First),
        ["benefit_value"] = string.Create(CultureInfo.InvariantCulture, $"CNY {item.Granted.Fen / 100m:0.00}"),
        ["benefit_description"] = string.Join(' ', item.Reductions.Select(reduction => reduction.Text)),
    };

    // BenefitFrequency refers to RRULE: a month is MONTHLY, a year YEARLY, a term comes twice a year.
    private static JsonObject FrequencyOf(string period) => new()
    {
        ["@type"] = "BenefitFrequency",
        ["freq"] = AidMonth.TryParse(period, out _) || period.Contains('-', StringComparison.Ordinal) ? "MONTHLY" : "YEARLY",
        ["interval"] = period.Contains('-', StringComparison.Ordinal) && !AidMonth.TryParse(period, out _) ? 6 : 1,
    };
}
