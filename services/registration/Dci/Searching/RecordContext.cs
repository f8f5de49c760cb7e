using System.Globalization;
using System.Text.Json.Nodes;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.DataUse;
using Fupin.Registration.Households;

namespace Fupin.Registration.Dci.Searching;

/// <summary>
/// Writes households and people as the specification's objects (实体写法). What names a person or describes the body stands there only as far as a purpose
/// gives it; without one, the household number and the member's pseudonym are the identifiers.
/// </summary>
/// <param name="Cipher">Opens what is sealed.</param>
/// <param name="Purpose">For what identified data is given; null for none.</param>
/// <param name="Villages">The names of the villages.</param>
/// <param name="Today">The day, China time.</param>
internal sealed record RecordContext(FieldCipher Cipher, Purpose? Purpose, IReadOnlyDictionary<DivisionCode, string> Villages, DateOnly Today)
{
    public static JsonObject Identifier(string type, string value) => new() { ["@type"] = "Identifier", ["identifier_type"] = type, ["identifier_value"] = value };

    public static JsonArray NumberOf(Household household) => [Identifier(Vocabulary.HouseholdNumberType, household.Number!)];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";

    public JsonObject PlaceOf(Household household) => new()
    {
        ["@type"] = "Place",
        ["identifier"] = new JsonArray(Identifier("DIVISION_CODE", household.Village.Digits)),
        ["address"] = Villages.GetValueOrDefault(household.Village, ""),
    };

    /// <summary>A member (Member, SRPerson).</summary>
    public JsonObject MemberOf(Household household, HouseholdMember member)
    {
        var person = member.Reveal(Cipher);
        var written = new JsonObject
        {
            ["@type"] = "Member",
            ["member_identifier"] = new JsonArray(Identifier("MEMBER_PSEUDONYM", member.Id.ToString())),
            ["demographic_info"] = PersonOf(household, member, person),
            ["relationship_head"] = Vocabulary.Dci.Relationships.GetValueOrDefault(member.Relation, "FAMMEMB"),
        };
        if (Gives(Purpose.Certificate))
        {
            written["is_disabled"] = person.Certificate is not null;
            if (person.Certificate is { } certificate) written["disability_info"] = new JsonArray(new JsonObject
            {
                ["@type"] = "DisabilityInfo",
                ["disability_type"] = Vocabulary.Dci.DisabilityTypes[certificate.Type],
                ["national_type"] = (int)certificate.Type,
                ["national_level"] = certificate.Level,
            });
        }

        if (member.Education is { } education && Vocabulary.Dci.Education.GetValueOrDefault(education) is { } level) written["education_level"] = level;
        if (member.Work is { } work) written["employment_status"] = Vocabulary.Dci.Employment[work];
        if (household.RegisteredOn is { } registered) written["registration_date"] = Day(registered);
        return written;
    }

    private JsonObject PersonOf(Household household, HouseholdMember member, Person person)
    {
        var written = new JsonObject { ["@type"] = "SRPerson", ["sex"] = Vocabulary.Dci.Sex[person.IdNumber.Sex] };
        if (Gives(Purpose.IdNumber))
        {
            written["identifier"] = new JsonArray(Identifier("NationalID", person.IdNumber.Whole));
            written["birth_date"] = Day(person.IdNumber.BirthDate);
        }

        // A Chinese name is not taken apart: where the surname ends is not written in it.
        if (Gives(Purpose.PersonName)) written["name"] = new JsonObject { ["@type"] = "Name", ["given_name"] = person.Name };
        if (Gives(Purpose.Phone) && member.IsHead && household.PhoneOf(Cipher) is { } phone) written["phone_number"] = new JsonArray(phone);
        return written;
    }

    private bool Gives(string field) => Purpose?.Gives(field) == true;
}
