using System.Globalization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Registration.Households;

/// <summary>What is known of a person of a household (家庭成员信息), in clear: only while it is entered or shown.</summary>
/// <param name="Relation">The code of the relation to the head (与户主关系).</param>
/// <param name="Name">The name (姓名).</param>
/// <param name="IdNumber">The ID number (公民身份号码).</param>
/// <param name="Certificate">The disability certificate (残疾人证).</param>
/// <param name="Health">The states of health (健康状况).</param>
/// <param name="LabourAbility">The ability to work (劳动能力).</param>
/// <param name="Education">The education reached (文化程度).</param>
/// <param name="Student">The school attended (在校生状况).</param>
/// <param name="School">Its name (学校).</param>
/// <param name="Work">Where the person works (务工状况).</param>
internal sealed record Person(
    string Relation,
    string Name,
    IdCardNumber IdNumber,
    DisabilityCertificate? Certificate,
    IReadOnlyList<HealthStatus> Health,
    LabourAbility? LabourAbility,
    EducationLevel? Education,
    StudentStatus? Student,
    string? School,
    WorkStatus? Work);

/// <summary>A person of a household (家庭成员). What names or describes the body is sealed.</summary>
internal sealed class HouseholdMember : IScoped
{
    public const string Table = "HouseholdMembers";
    public const string HeadRelation = "01";
    public const string Spouse = "02";

    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private set; }

    public DivisionCode Village { get; private set; }

    /// <summary>The code of the relation to the head (与户主关系).</summary>
    public string Relation { get; private set; } = "";

    public bool IsHead => Relation == HeadRelation;

    public SealedText Name { get; private init; }

    /// <summary>Blind index of the name, for searching.</summary>
    public string NameIndex { get; private init; } = "";

    public SealedText IdNumber { get; private init; }

    /// <summary>Blind index of the ID number; one person is in one household.</summary>
    public string IdIndex { get; private init; } = "";

    public SealedText? Certificate { get; private init; }

    /// <summary>Codes of the states of health, joined by commas.</summary>
    public SealedText Health { get; private init; }

    public LabourAbility? LabourAbility { get; private init; }

    public EducationLevel? Education { get; private init; }

    public StudentStatus? Student { get; private init; }

    public string? School { get; private init; }

    public WorkStatus? Work { get; private init; }

    /// <summary>A person of a household; one who comes from another household keeps the pseudonym of before.</summary>
    public static HouseholdMember Of(Household household, Person person, FieldCipher cipher, Guid? known = null)
    {
        var id = known ?? Guid.CreateVersion7();
        return new HouseholdMember
        {
            Id = id,
            HouseholdId = household.Id,
            Village = household.Village,
            Relation = person.Relation,
            Name = cipher.Seal(person.Name, Table, nameof(Name), id),
            NameIndex = cipher.BlindIndex(person.Name, BlindIndexes.Name),
            IdNumber = cipher.Seal(person.IdNumber.Whole, Table, nameof(IdNumber), id),
            IdIndex = cipher.BlindIndex(person.IdNumber.Whole, BlindIndexes.IdNumber),
            Certificate = person.Certificate is { } certificate ? cipher.Seal(certificate.Whole, Table, nameof(Certificate), id) : null,
            Health = cipher.Seal(string.Join(',', person.Health.Select(state => ((int)state).ToString(CultureInfo.InvariantCulture))), Table, nameof(Health), id),
            LabourAbility = person.LabourAbility,
            Education = person.Education,
            Student = person.Student,
            School = person.School,
            Work = person.Work,
        };
    }

    /// <summary>Belongs to a household from now on, and to its village.</summary>
    public void Follow(Household household) => (HouseholdId, Village) = (household.Id, household.Village);

    /// <summary>Says how the person stands to the household's new head.</summary>
    public void Relate(string relation) => Relation = relation;

    /// <summary>The person in clear; for facts that name nobody and for what shows masked or on record.</summary>
    public Person Reveal(FieldCipher cipher) => new(
        Relation,
        NameOf(cipher),
        IdNumberOf(cipher),
        Certificate is { } certificate && DisabilityCertificate.TryParse(cipher.Reveal(certificate, Table, nameof(Certificate), Id), out var read) ? read : null,
        [.. cipher.Reveal(Health, Table, nameof(Health), Id)
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => (HealthStatus)int.Parse(code, CultureInfo.InvariantCulture))],
        LabourAbility,
        Education,
        Student,
        School,
        Work);

    public IdCardNumber IdNumberOf(FieldCipher cipher) => IdCardNumber.Parse(cipher.Reveal(IdNumber, Table, nameof(IdNumber), Id));

    public string NameOf(FieldCipher cipher) => cipher.Reveal(Name, Table, nameof(Name), Id);
}

/// <summary>What a blind index is of (盲索引用途).</summary>
internal static class BlindIndexes
{
    public const string IdNumber = "id-number";
    public const string Name = "name";
    public const string BankAccount = "bank-account";
}
