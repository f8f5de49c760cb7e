using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Households;

/// <summary>What a household says of itself beside its members (户信息).</summary>
/// <param name="Group">The villagers' group (村民小组).</param>
/// <param name="Attribute">Its attribute (户属性).</param>
/// <param name="MainCause">The main cause of poverty (主要致贫原因).</param>
/// <param name="OtherCauses">At most two others (其他致贫原因).</param>
/// <param name="Phone">The telephone (联系电话).</param>
/// <param name="BankName">The bank (开户银行).</param>
/// <param name="BankAccount">The account (银行账号).</param>
internal sealed record HouseholdDetails(
    string? Group,
    HouseholdAttribute Attribute,
    PovertyCause MainCause,
    IReadOnlyList<PovertyCause> OtherCauses,
    string? Phone,
    string? BankName,
    string? BankAccount);

/// <summary>People who live together and share income (户).</summary>
internal sealed class Household : IScoped, IVersioned
{
    public const string Table = "Households";

    private readonly List<HouseholdMember> members = [];
    private readonly List<IncomeSheet> sheets = [];

    public Guid Id { get; private init; }

    public DivisionCode Village { get; private set; }

    public string? Group { get; private set; }

    /// <summary>Given at registration (户编号).</summary>
    public string? Number { get; private set; }

    public HouseholdAttribute Attribute { get; private set; }

    public PovertyCause MainCause { get; private set; }

    /// <summary>At most two, by their codes.</summary>
    public IReadOnlyList<PovertyCause> OtherCauses { get; private set; } = [];

    public SealedText? Phone { get; private set; }

    public string? BankName { get; private set; }

    public SealedText? BankAccount { get; private set; }

    /// <summary>Blind index of the account, so that two households with one account are found.</summary>
    public string? BankAccountIndex { get; private set; }

    public HouseholdStatus Status { get; private set; } = HouseholdStatus.Applicant;

    /// <summary>Of its facts, raised by each that is told; 0 before registration.</summary>
    public int Revision { get; private set; }

    /// <summary>The age bands that were told last, so that a birthday that matters is noticed.</summary>
    public string ToldAges { get; private set; } = "";

    /// <summary>The day from which the facts told last hold; what is told next holds from no earlier day.</summary>
    public DateOnly? ToldFrom { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    public DateOnly? ExitedOn { get; private set; }

    public DateOnly? RetainedUntil { get; private set; }

    /// <summary>Why it left the register, where it did.</summary>
    public ExitKind? ExitKind { get; private set; }

    public DateTime EnteredAtUtc { get; private init; }

    public Guid EnteredBy { get; private init; }

    public int Version { get; set; }

    public IReadOnlyList<HouseholdMember> Members => members;

    public IReadOnlyList<IncomeSheet> Sheets => sheets;

    public HouseholdMember Head => members.Single(member => member.IsHead);

    /// <summary>The newest yearly sheet, which counts now.</summary>
    public IncomeSheet? Sheet => sheets.MaxBy(sheet => sheet.Year);

    public static Household Enter(DivisionCode village, HouseholdDetails details, Guid officer, DateTime atUtc, FieldCipher cipher)
    {
        var household = new Household { Id = Guid.CreateVersion7(), Village = village, EnteredBy = officer, EnteredAtUtc = atUtc };
        household.Describe(details, cipher);
        return household;
    }

    public void Describe(HouseholdDetails details, FieldCipher cipher)
    {
        Group = details.Group;
        Attribute = details.Attribute;
        MainCause = details.MainCause;
        OtherCauses = details.OtherCauses;
        Phone = details.Phone is null ? null : cipher.Seal(details.Phone, Table, nameof(Phone), Id);
        BankName = details.BankName;
        BankAccount = details.BankAccount is null ? null : cipher.Seal(details.BankAccount, Table, nameof(BankAccount), Id);
        BankAccountIndex = details.BankAccount is null ? null : cipher.BlindIndex(details.BankAccount, BlindIndexes.BankAccount);
    }

    /// <summary>The telephone in clear.</summary>
    public string? PhoneOf(FieldCipher cipher) => Phone is { } phone ? cipher.Reveal(phone, Table, nameof(Phone), Id) : null;

    /// <summary>The account in clear.</summary>
    public string? BankAccountOf(FieldCipher cipher) => BankAccount is { } account ? cipher.Reveal(account, Table, nameof(BankAccount), Id) : null;

    /// <summary>Takes in a member; exactly one is the head and at most one the head's spouse.</summary>
    public Refusal? Add(HouseholdMember member)
    {
        if (members.Exists(other => other.IdIndex == member.IdIndex)) return RegistrationErrors.MemberAlreadyListed;
        if (member.IsHead && members.Exists(other => other.IsHead)) return RegistrationErrors.SecondHead;
        if (member.Relation == HouseholdMember.Spouse && members.Exists(other => other.Relation == HouseholdMember.Spouse)) return RegistrationErrors.SecondSpouse;
        members.Add(member);
        return null;
    }

    /// <summary>Lets a member go (家庭成员减少).</summary>
    public Refusal? Remove(Guid memberId)
    {
        if (members.Find(member => member.Id == memberId) is not { } leaving) return RegistrationErrors.NoSuchMember;
        if (leaving.IsHead) return RegistrationErrors.HeadStays;
        members.Remove(leaving);
        return null;
    }

    /// <summary>Makes another member the head (变更户主); everybody else says anew how they stand to them.</summary>
    /// <param name="memberId">The new head.</param>
    /// <param name="relations">Each other member's relation to the new head, by its code.</param>
    public Refusal? ChangeHead(Guid memberId, IReadOnlyDictionary<Guid, string> relations)
    {
        if (!members.Exists(member => member.Id == memberId)) return RegistrationErrors.NoSuchMember;
        var others = members.Where(member => member.Id != memberId).ToList();
        if (relations.Count != others.Count || !others.TrueForAll(member => relations.ContainsKey(member.Id))) return RegistrationErrors.RelationsMissing;
        if (relations.Values.Any(relation => relation == HouseholdMember.HeadRelation)) return RegistrationErrors.SecondHead;
        if (relations.Values.Count(relation => relation == HouseholdMember.Spouse) > 1) return RegistrationErrors.SecondSpouse;
        foreach (var member in others) member.Relate(relations[member.Id]);
        members.Find(member => member.Id == memberId)!.Relate(HouseholdMember.HeadRelation);
        return null;
    }

    /// <summary>Puts a year's income in place of what was there for the year.</summary>
    public void Put(IncomeSheet sheet)
    {
        sheets.RemoveAll(other => other.Year == sheet.Year);
        sheets.Add(sheet);
    }

    /// <summary>Enters the household in the register (建档立卡) with its number.</summary>
    public Refusal? Register(HouseholdNumber number, DateOnly on)
    {
        if (Status == HouseholdStatus.Registered) return RegistrationErrors.AlreadyRegistered;
        Number = number.ToString();
        Status = HouseholdStatus.Registered;
        RegisteredOn = on;
        ExitedOn = RetainedUntil = null;
        ExitKind = null;
        return null;
    }

    /// <summary>Ends an application that identification did not bear out (不予列入).</summary>
    public void NotList()
    {
        if (Status == HouseholdStatus.Applicant) Status = HouseholdStatus.NotListed;
    }

    /// <summary>Lets a household that was not listed or has exited apply again (再次申请); what it keeps from its exit it keeps meanwhile.</summary>
    public void ApplyAgain()
    {
        if (Status is HouseholdStatus.NotListed or HouseholdStatus.Exited) Status = HouseholdStatus.Applicant;
    }

    /// <summary>Takes the household off the register; its aids stay for the retention (政策保留期).</summary>
    // 依据：武发[2016]68号 四(四) 脱贫后政策保留
    public Refusal? Exit(DateOnly on, int retainedYears) => Leave(on, on.AddYears(retainedYears).AddDays(-1), Households.ExitKind.OutOfPoverty);

    /// <summary>Takes the household off the register with nothing kept (清退、销户、并户).</summary>
    public Refusal? ExitWithoutRetention(DateOnly on, ExitKind kind) => Leave(on, on.AddDays(-1), kind);

    /// <summary>Moves the household to another village (迁移), with its people and incomes.</summary>
    public Refusal? Move(DivisionCode village, string? group)
    {
        if (Status != HouseholdStatus.Registered) return RegistrationErrors.NotRegistered;
        (Village, Group) = (village, group);
        foreach (var member in members) member.Follow(this);
        foreach (var sheet in sheets) sheet.Village = village;
        return null;
    }

    /// <summary>Hands members over to another household (转户), each with a relation to its head. A head goes only with everybody.</summary>
    public Refusal? HandOver(IReadOnlyDictionary<Guid, string> relations, Household other)
    {
        var leaving = members.Where(member => relations.ContainsKey(member.Id)).ToList();
        if (leaving.Count != relations.Count) return RegistrationErrors.NoSuchMember;
        if (leaving.Count < members.Count && leaving.Exists(member => member.IsHead)) return RegistrationErrors.HeadStays;
        foreach (var member in leaving)
        {
            members.Remove(member);
            member.Relate(relations[member.Id]);
            if (other.Add(member) is { } refusal) return refusal;
            member.Follow(other);
        }

        return null;
    }

    private Refusal? Leave(DateOnly on, DateOnly retainedUntil, ExitKind kind)
    {
        if (Status != HouseholdStatus.Registered) return RegistrationErrors.NotRegistered;
        (Status, ExitedOn, RetainedUntil, ExitKind) = (HouseholdStatus.Exited, on, retainedUntil, kind);
        return null;
    }

    /// <summary>The day from which facts told now hold: the day meant, but never before those told last.</summary>
    public DateOnly HoldsFrom(DateOnly day)
    {
        ToldFrom = ToldFrom > day ? ToldFrom : day;
        return ToldFrom.Value;
    }

    /// <summary>The next revision, under which facts with these age bands are told.</summary>
    public int NextRevision(string ages)
    {
        ToldAges = ages;
        return ++Revision;
    }
}
