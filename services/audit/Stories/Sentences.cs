using System.Globalization;
using System.Text.Json;
using Fupin.Audit.Trail;
using Fupin.Contracts.Aid;
using Fupin.Contracts.MedicalAid;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;

namespace Fupin.Audit.Stories;

/// <summary>Tells an entry of the trail in one Chinese sentence (经过说明); the words stand in sentences.json, the values come from the event.</summary>
internal static class Sentences
{
    private static readonly Words Texts = Read();

    public static string Of(TrailEntry entry) =>
        JsonSerializer.Deserialize(entry.Body, EventCatalog.TypeOf(entry.Event), EventCatalog.Json) switch
        {
            HouseholdRegistered told => Say(entry, told.On, told.Facts.Members.Count, told.Revision),
            HouseholdChanged told => Say(entry, told.On, told.Facts.Members.Count, told.Revision),
            HouseholdExited told => Say(entry, told.On, told.RetainedUntil),
            MembersMoved told => Say(entry, told.On, told.Members.Count, Texts.Moves[told.By]),
            IdentificationStepTaken told => Say(entry, Texts.Steps.GetValueOrDefault(told.Step, told.Step), Texts.States.GetValueOrDefault(told.State, told.State)),
            PersonalDataRead told => Say(entry, Department(told.Department), told.Purpose, told.Fields.Count),
            AidProposed told => Say(entry, Department(told.Department), told.Month, told.Revision, told.Items.Count, Sum(told.Items.Select(item => item.Amount))),
            AidStacked told => Say(
                entry, told.Month, told.Revision, told.Items.Count, Sum(told.Items.Select(item => item.Granted)), Sum(told.Items.Select(item => item.Proposed - item.Granted))),
            AidApproved told => Say(entry, Department(told.Department), told.Month, told.Items.Count, Sum(told.Items.Select(item => item.Amount))),
            OverpaymentDecided told => Say(entry, Department(told.Department), told.Month, told.Amount, Texts.Decisions[told.Decision]),
            PersonStateTold told => Say(entry, Department(told.Department), told.From, Texts.PersonStates[told.State]),
            SettlementClosed told => Say(entry, told.On, told.Total, told.Total - told.SelfPaid, told.SelfPaid),
            _ => Say(entry),
        };

    private static string Say(TrailEntry entry, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.Events.GetValueOrDefault(entry.Event, entry.Event), [.. values.Select(Plain)]);

    private static object Plain(object value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;

    private static string Department(string service) => Texts.Departments.GetValueOrDefault(service, service);

    private static Money Sum(IEnumerable<Money> amounts) => Money.Sum(amounts);

    private static Words Read()
    {
        using var stream = typeof(Sentences).Assembly.GetManifestResourceStream("sentences.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Words(
        IReadOnlyDictionary<string, string> Events,
        IReadOnlyDictionary<string, string> Departments,
        IReadOnlyDictionary<string, string> Steps,
        IReadOnlyDictionary<string, string> States,
        IReadOnlyDictionary<MovedBy, string> Moves,
        IReadOnlyDictionary<OverpaymentDecision, string> Decisions,
        IReadOnlyDictionary<PersonState, string> PersonStates);
}
