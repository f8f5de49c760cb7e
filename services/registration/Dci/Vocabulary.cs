using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;

namespace Fupin.Registration.Dci;

/// <summary>What happened to a household or its account, that a partner can subscribe to (可订阅的事件).</summary>
internal enum PartnerEvent
{
    /// <summary>It is granted aid for the first time (首次享受).</summary>
    Enrolled,

    /// <summary>What it is granted changed (享受变化).</summary>
    StatusChanged,

    /// <summary>It was entered in the register (建档立卡).</summary>
    Registered,

    /// <summary>A member joined it (增加家庭成员).</summary>
    MemberJoined,

    /// <summary>Anything else of it changed (动态调整).</summary>
    Changed,

    /// <summary>It left the register (退出).</summary>
    Deregistered,
}

/// <summary>By what a partner names whom it asks for (标识类型).</summary>
internal enum PartnerIdentifier
{
    /// <summary>The household number (户编号).</summary>
    HouseholdNumber,

    /// <summary>The ID number of a member (公民身份号码).</summary>
    IdNumber,
}

/// <summary>Our words in the specification's codes (代码对照), kept as data with the code list of each; null where the specification has no code for ours.</summary>
internal sealed record Vocabulary(
    IReadOnlyDictionary<string, PartnerIdentifier> IdentifierTypes,
    IReadOnlyDictionary<Registry, IReadOnlyDictionary<string, PartnerEvent>> Events,
    IReadOnlyDictionary<Registry, string> RegTypes,
    IReadOnlyDictionary<Registry, string> RecordTypes,
    IReadOnlyDictionary<Registry, string> Contexts,
    IReadOnlyDictionary<Sex, string> Sex,
    string GroupType,
    string AssistanceUnit,
    IReadOnlyDictionary<string, string> Relationships,
    IReadOnlyDictionary<DisabilityType, string> DisabilityTypes,
    IReadOnlyDictionary<EducationLevel, string?> Education,
    IReadOnlyDictionary<WorkStatus, string> Employment,
    IReadOnlyDictionary<string, string> Enrolment,
    IReadOnlyDictionary<AidNature, string> BenefitTypes)
{
    /// <summary>The name under which a household number is given.</summary>
    public const string HouseholdNumberType = "HOUSEHOLD_NUMBER";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Vocabulary Dci { get; } = Read();

    /// <summary>The event of a registry by its code, with or without a namespace before it (spdci-common:RegistryEventType:NewHouseHoldMember).</summary>
    public PartnerEvent? EventOf(Registry registry, string? code) =>
        code is not null && Events[registry].TryGetValue(code[(code.LastIndexOf(':') + 1)..], out var known) ? known : null;

    /// <summary>The code of an event in a registry; null when the registry does not know it.</summary>
    public string? CodeOf(Registry registry, PartnerEvent what) => Events[registry].Where(known => known.Value == what).Select(known => known.Key).FirstOrDefault();

    private static Vocabulary Read()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("dci-vocabulary.json")!;
        return JsonSerializer.Deserialize<Vocabulary>(stream, Json)!;
    }
}
