using System.Text.Json.Nodes;
using Fupin.Contracts.Codes;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;

namespace Fupin.Registration.Dci.Searching;

/// <summary>A household as the Social Registry's Group (农户记录); the example of reg_records in social_api 1.0.0.</summary>
internal static class GroupRecord
{
    public static JsonObject Of(Household household, IReadOnlyCollection<IncomeItemRule> incomes, RecordContext context)
    {
        var members = household.Members.OrderBy(member => member.Relation, StringComparer.Ordinal).ThenBy(member => member.Id).ToList();
        var record = new JsonObject
        {
            ["@context"] = new JsonObject { ["@vocab"] = Vocabulary.Dci.Contexts[Registry.Social] },
            ["@type"] = "Group",
            ["@id"] = household.Number,
            ["group_identifier"] = RecordContext.NumberOf(household),
            ["group_type"] = Vocabulary.Dci.GroupType,
            ["place"] = context.PlaceOf(household),
            ["group_head_info"] = context.MemberOf(household, household.Head),
            ["group_size"] = members.Count,
            ["member_list"] = new JsonArray([.. members.Select(member => context.MemberOf(household, member))]),
            ["registration_date"] = household.RegisteredOn is { } on ? RecordContext.Day(on) : null,
            ["additional_attributes"] = new JsonArray(
                Attribute("registration_status", household.Status == HouseholdStatus.Registered ? "registered" : "exited"),
                Attribute("retained_until", household.RetainedUntil is { } until ? RecordContext.Day(until) : null),
                Attribute("household_attribute", CodeLists.NameOf("household_attribute_wujin", household.Attribute)),
                Attribute("poverty_cause", CodeLists.NameOf("poverty_cause", household.MainCause))),
        };
        if (household.Sheet is { } sheet)
        {
            record["poverty_score"] = IncomeTotals.PerCapita(sheet, incomes, context.Today).Fen / 100m;
            record["poverty_score_type"] = "income-per-capita-CNY-year";
        }

        return record;
    }

    private static JsonObject Attribute(string name, string? value) => new() { ["name"] = name, ["value"] = value };
}
