using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>The checks of a household's rows together (户校验).</summary>
internal static class HouseholdChecks
{
    public static CheckedHousehold Check(string serial, IReadOnlyList<SheetRow> rows, WorkbookSheet sheet, CheckGround ground)
    {
        List<Finding> findings = [];
        var readings = rows.Select(row => new CellReading(sheet, row, ground.Book, findings)).ToList();
        var people = readings.ConvertAll(cells => PersonChecks.Check(cells, ground));
        var head = HeadOf(readings);

        if (serial.Length == 0) head.Say(Headers.Serial, "SERIAL");
        var village = Village(head, ground);
        var details = Details(head);
        var amounts = new IncomeAmounts(
            head.Amount(Headers.Operating),
            head.Amount(Headers.OperatingCost),
            head.Amount(Headers.Property),
            Headers.Transfers.Select(column => (column.Value, Amount: head.Amount(column.Key))).Where(item => item.Amount != Money.Zero).ToDictionary(item => item.Value, item => item.Amount),
            head.Amount(Headers.TransferExpense));

        Relations(readings, people);
        if (details is not null) Causes(head, readings, people, details);
        if (details is not null) Welfare(head, people, details, amounts, ground);
        var complete = people.TrueForAll(person => person is not null) && village is not null && details is not null;
        var draft = complete && findings.TrueForAll(finding => finding.Level != FindingLevel.Error)
            ? new HouseholdDraft(village!.Value, details!, [.. people.Select(person => person!)], amounts)
            : null;
        if (draft is not null) Income(head, draft, ground);
        return new CheckedHousehold(serial, [.. rows.Select(row => row.Number)], draft, InOrder(findings, sheet));
    }

    /// <summary>Findings in the order of the data: by row, then by column.</summary>
    public static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings, WorkbookSheet sheet) =>
        findings.OrderBy(finding => finding.Row).ThenBy(finding => sheet.Has(finding.Header) ? sheet.PlaceOf(finding.Header) : -1);

    private static CellReading HeadOf(List<CellReading> readings) =>
        readings.Find(cells => CodeLists.Code("relation_to_head", cells.Text(Headers.Relation)) == HouseholdMember.HeadRelation) ?? readings[0];

    private static DivisionCode? Village(CellReading head, CheckGround ground)
    {
        if (!head.Required(Headers.Village)) return null;
        var text = head.Text(Headers.Village);
        switch (ground.Village(text))
        {
            case VillageFit.Mine:
                return DivisionCode.Parse(text);
            case VillageFit.NotAVillage:
                head.Say(Headers.Village, "DIVISION-level");
                return null;
            case VillageFit.Foreign:
                head.Say(Headers.Village, "DIVISION-foreign");
                return null;
            default:
                head.Say(Headers.Village, "DIVISION");
                return null;
        }
    }

    private static HouseholdDetails? Details(CellReading head)
    {
        var attribute = head.Code<HouseholdAttribute>(Headers.Attribute, "household_attribute_wujin", required: true);
        var main = head.Code<PovertyCause>(Headers.MainCause, "poverty_cause", required: true);
        var others = head.Codes<PovertyCause>(Headers.OtherCauses, "poverty_cause");
        if (others.Count > 2) head.Say(Headers.OtherCauses, "COUNT");
        if ((main is { } cause && others.Contains(cause)) || others.Distinct().Count() < others.Count) head.Say(Headers.OtherCauses, "V43");
        var phone = Phone(head);
        var account = Account(head);
        var group = head.Short(Headers.Group, Contact.LongestGroup);
        var bank = head.Short(Headers.BankName, Contact.LongestBank);
        return attribute is not null && main is not null
            ? new HouseholdDetails(group, attribute.Value, main.Value, others, phone, bank, account)
            : null;
    }

    private static string? Phone(CellReading head)
    {
        if (!head.Required(Headers.Phone)) return null;
        var phone = head.Text(Headers.Phone);
        if (Contact.IsPhone(phone)) return phone;
        head.Say(Headers.Phone, "V14");
        return null;
    }

    private static string? Account(CellReading head)
    {
        var account = head.Text(Headers.BankAccount).Replace(" ", "", StringComparison.Ordinal);
        if (account.Length == 0) return null;
        if (!Contact.IsAccount(account))
        {
            head.Say(Headers.BankAccount, "ACCOUNT");
            return null;
        }

        if (!Contact.PassesCheckDigit(account)) head.Say(Headers.BankAccount, "LUHN");
        return account;
    }

    private static void Relations(List<CellReading> readings, List<PersonDraft?> people)
    {
        if (readings.TrueForAll(cells => cells.IsSound(Headers.Relation)))
        {
            var relations = readings.ConvertAll(cells => CodeLists.Code("relation_to_head", cells.Text(Headers.Relation)));
            if (!relations.Contains(HouseholdMember.HeadRelation)) readings[0].Say(Headers.Relation, "V10");
            if (relations.LastIndexOf(HouseholdMember.HeadRelation) is var head && relations.IndexOf(HouseholdMember.HeadRelation) != head) readings[head].Say(Headers.Relation, "V11");
            if (relations.LastIndexOf(HouseholdMember.Spouse) is var spouse && relations.IndexOf(HouseholdMember.Spouse) != spouse) readings[spouse].Say(Headers.Relation, "V12");
        }

        var couple = people.FindAll(person => person?.Person.Relation is HouseholdMember.HeadRelation or HouseholdMember.Spouse);
        if (couple is [{ } one, { } other] && one.Person.IdNumber.Sex == other.Person.IdNumber.Sex)
        {
            readings.Find(cells => cells.Row == (one.Person.Relation == HouseholdMember.Spouse ? one : other).Row)!.Say(Headers.Relation, "V08");
        }
    }

    private static void Causes(CellReading head, List<CellReading> readings, List<PersonDraft?> people, HouseholdDetails details)
    {
        // What a row says counts here even where its ID number is wrong.
        bool AnyHealth(Func<string, bool> says) => readings.Exists(cells => says(cells.Text(Headers.Health)) || !cells.IsSound(Headers.Health));
        bool IsIll(string text) => text.Split('、').Any(part => CodeLists.Code("health_status", part.Trim()) is not (null or "01"));
        bool IsDisabled(string text) => text.Split('、').Any(part => CodeLists.Code("health_status", part.Trim()) == "04");
        bool IsStudent(string text) => CodeLists.Code("student_status", text) is not (null or "01");

        if (details.MainCause == PovertyCause.Illness && !AnyHealth(IsIll)) head.Say(Headers.MainCause, "V40");
        if (details.MainCause == PovertyCause.Disability && !AnyHealth(IsDisabled)) head.Say(Headers.MainCause, "V42");
        if (details.MainCause == PovertyCause.Schooling
            && !readings.Exists(cells => IsStudent(cells.Text(Headers.Student)) || !cells.IsSound(Headers.Student))
            && people.TrueForAll(person => person is not null))
        {
            head.Say(Headers.MainCause, "V41");
        }
    }

    private static void Welfare(CellReading head, List<PersonDraft?> people, HouseholdDetails details, IncomeAmounts amounts, CheckGround ground)
    {
        Money Item(TransferItem item) => amounts.Transfers.GetValueOrDefault(item);
        var allowance = Item(TransferItem.MinimumLivingAllowance);
        var support = Item(TransferItem.ExtremelyPoorSupport);
        if (details.Attribute == HouseholdAttribute.MinimumLivingAllowance && allowance == Money.Zero && head.IsSound(Headers.Allowance)) head.Say(Headers.Allowance, "V51");
        if (details.Attribute == HouseholdAttribute.ExtremelyPoor && support == Money.Zero && head.IsSound(Headers.ExtremelyPoorSupport)) head.Say(Headers.ExtremelyPoorSupport, "V52");
        if (details.Attribute == HouseholdAttribute.ExtremelyPoor && people.Exists(person => person is not null
            && ground.Book.Within("V53", person.Person.IdNumber.AgeOn(ground.Rules.ReferenceDay))
            && person.Person.LabourAbility is LabourAbility.Ordinary or LabourAbility.Skilled))
        {
            head.Say(Headers.Attribute, "V53");
        }

        if (allowance > Money.Zero && support > Money.Zero) head.Say(Headers.ExtremelyPoorSupport, "V54");
        if (details.Attribute == HouseholdAttribute.Ordinary && (allowance > Money.Zero || support > Money.Zero)) head.Say(Headers.Attribute, "V55");
        if (amounts.Operating > Money.Zero && amounts.OperatingCost == Money.Zero && head.IsSound(Headers.OperatingCost)) head.Say(Headers.OperatingCost, "V60");
        foreach (var (header, check) in new[]
        {
            (Headers.Allowance, "V63-B"), (Headers.ExtremelyPoorSupport, "V63-W"), (Headers.FamilyPlanning, "V63-J"), (Headers.Pension, "V63-Y"),
        })
        {
            var amount = Item(Headers.Transfers[header]);
            if (amount > Money.Zero && amount < Money.FromYuan(ground.Book.Low(check))) head.Say(header, check);
        }
    }

    // 依据：武发[2016]68号 二(一) 年人均可支配收入低于 10000 元
    private static void Income(CellReading head, HouseholdDraft draft, CheckGround ground)
    {
        var sheet = SheetOf(draft, ground.Rules.ReferenceDay.Year);
        var perCapita = IncomeTotals.PerCapita(sheet, ground.IncomeRules, ground.Rules.ReferenceDay);
        if (perCapita <= Money.FromYuan(ground.Book.Low("V61")) || perCapita > Money.FromYuan(ground.Book.High("V61"))) head.Say(Headers.Property, "V61");
        else if (perCapita >= ground.Rules.IncomeLine) head.Say(Headers.Property, "LINE", perCapita, ground.Rules.IncomeLine);
    }

    private static IncomeSheet SheetOf(HouseholdDraft draft, int year) => new()
    {
        Year = year,
        Persons = draft.People.Count,
        Wages = [.. draft.People.Select(person => new Wage(Guid.Empty, person.Months, person.Wage))],
        Operating = draft.Amounts.Operating,
        OperatingCost = draft.Amounts.OperatingCost,
        Property = draft.Amounts.Property,
        Transfers = draft.Amounts.Transfers,
        TransferExpense = draft.Amounts.TransferExpense,
    };
}
