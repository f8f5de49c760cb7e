using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification;
using Fupin.Registration.Identification.Lists;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>The dossier of a household (农户档案): everything that work needs, what names people masked.</summary>
internal static class GetHousehold
{
    public sealed record MemberLine(
        Guid Id, string Relation, string RelationName, string Name, string IdNumber, Sex Sex, AgeBand Age, bool HasCertificate,
        LabourAbility? LabourAbility, EducationLevel? Education, StudentStatus? Student, string? School, WorkStatus? Work);

    public sealed record SheetLine(
        int Year, int Persons, Money Wages, Money Operating, Money OperatingCost, Money Property, IReadOnlyDictionary<TransferItem, Money> Transfers,
        Money TransferExpense, IReadOnlyDictionary<IncomeView, Money> Totals, Money PerCapita);

    public sealed record CaseLine(Guid Id, Guid BatchId, int Attempt, CaseState State);

    public sealed record Response(
        Guid Id, string? Number, DivisionCode Village, string VillageName, string? Group, HouseholdAttribute Attribute, PovertyCause MainCause,
        IReadOnlyList<PovertyCause> OtherCauses, HouseholdStatus State, int Revision, string Head, string? Phone, string? BankName, string? BankAccount,
        DateOnly? RegisteredOn, DateOnly? ExitedOn, DateOnly? RetainedUntil,
        IReadOnlyList<MemberLine> Members, IReadOnlyList<SheetLine> Income, IReadOnlyList<CaseLine> Cases);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Guid id, RegistrationDb db, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        var today = clock.Today();
        var rules = await db.IncomeRulesAsync(ct);
        var villages = await db.VillageNamesAsync([household.Village], ct);
        var cases = await db.Cases.AsNoTracking().Where(one => one.HouseholdId == id).OrderBy(one => one.Attempt)
            .Select(one => new CaseLine(one.Id, one.BatchId, one.Attempt, one.State)).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            household.Id, household.Number, household.Village, villages.GetValueOrDefault(household.Village, ""), household.Group,
            household.Attribute, household.MainCause, household.OtherCauses, household.Status, household.Revision,
            Face.HeadOf(household, cipher),
            Phone(household, cipher), household.BankName, Account(household, cipher),
            household.RegisteredOn, household.ExitedOn, household.RetainedUntil,
            [.. household.Members.OrderBy(member => member.Relation, StringComparer.Ordinal).ThenBy(member => member.Id).Select(member => Line(member, cipher, today))],
            [.. household.Sheets.OrderByDescending(sheet => sheet.Year).Select(sheet => Line(sheet, rules, today))],
            cases));
    }

    private static MemberLine Line(HouseholdMember member, FieldCipher cipher, DateOnly today)
    {
        var person = member.Reveal(cipher);
        return new MemberLine(
            member.Id, member.Relation, CodeLists.Name("relation_to_head", member.Relation), Face.Mask(person.Name), person.IdNumber.Masked,
            person.IdNumber.Sex, AgeBand.Of(Math.Max(0, person.IdNumber.AgeOn(today))), person.Certificate is not null,
            person.LabourAbility, person.Education, person.Student, person.School, person.Work);
    }

    private static SheetLine Line(IncomeSheet sheet, IReadOnlyCollection<IncomeItemRule> rules, DateOnly today) => new(
        sheet.Year, sheet.Persons, Money.Sum(sheet.Wages.Select(wage => wage.Amount)), sheet.Operating, sheet.OperatingCost, sheet.Property,
        sheet.Transfers, sheet.TransferExpense, IncomeTotals.InAll(sheet, rules, today), IncomeTotals.PerCapita(sheet, rules, today));

    // 138******00
    private static string? Phone(Household household, FieldCipher cipher) => household.PhoneOf(cipher) is { } whole ? $"{whole[..3]}******{whole[^2..]}" : null;

    private static string? Account(Household household, FieldCipher cipher) => household.BankAccountOf(cipher) is { } whole ? $"****{whole[^4..]}" : null;
}
