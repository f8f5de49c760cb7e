using System.Globalization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Registration.Households;

namespace Fupin.Registration.Imports;

/// <summary>The checks of one row, which is one person (人员校验).</summary>
internal static class PersonChecks
{
    private static readonly HashSet<string> MenOnly = ["03", "06", "07", "09", "11", "13", "15", "17", "19", "22", "24", "27"];
    private static readonly HashSet<string> WomenOnly = ["04", "05", "08", "10", "12", "14", "16", "18", "20", "23", "25", "26"];

    /// <summary>The person of a row; nothing when the row does not yield one.</summary>
    public static PersonDraft? Check(CellReading cells, CheckGround ground)
    {
        var relation = Relation(cells);
        var name = Name(cells);
        var id = IdNumber(cells, out var certificate);
        var health = cells.Codes<HealthStatus>(Headers.Health, "health_status", required: true);
        certificate ??= Certificate(cells, id, health);
        var labour = cells.Code<LabourAbility>(Headers.Labour, "labour_ability");
        var education = cells.Code<EducationLevel>(Headers.Education, "education_level");
        var student = cells.Code<StudentStatus>(Headers.Student, "student_status");
        var school = cells.Short(Headers.School, 100);
        var work = cells.Code<WorkStatus>(Headers.Work, "work_status");
        var months = Months(cells, ground.Book);
        var wage = cells.Amount(Headers.Wage);

        if (id is { } number)
        {
            var age = number.AgeOn(ground.Rules.ReferenceDay);
            Schooling(cells, ground.Book, age, health, education, student, school);
            Labour(cells, ground.Book, age, health, labour, student);
            if (relation is not null && (number.Sex == Sex.Male ? WomenOnly : MenOnly).Contains(relation)) cells.Say(Headers.Relation, "V09");
        }

        Work(cells, ground.Book, labour, work, months, wage);
        return relation is not null && name is not null && id is not null
            ? new PersonDraft(
                cells.Row,
                new Person(relation, name, id.Value, certificate, health, labour, education, student == StudentStatus.NotAtSchool && education is not null ? null : student, school, work),
                months ?? 0,
                wage)
            : null;
    }

    private static string? Relation(CellReading cells)
    {
        if (!cells.Required(Headers.Relation)) return null;
        var relation = CodeLists.Code("relation_to_head", cells.Text(Headers.Relation));
        if (relation is null) cells.Say(Headers.Relation, "CODE", Headers.Relation);
        return relation;
    }

    private static string? Name(CellReading cells)
    {
        if (!cells.Required(Headers.Name)) return null;
        var name = cells.Text(Headers.Name).Replace('•', '·').Replace('．', '·');
        if (name.Length is >= 2 and <= 20 && name.All(sign => char.IsLetter(sign) || sign == '·')) return name;
        cells.Say(Headers.Name, "NAME");
        return null;
    }

    private static IdCardNumber? IdNumber(CellReading cells, out DisabilityCertificate? certificate)
    {
        certificate = null;
        if (!cells.Required(Headers.IdNumber)) return null;
        var text = cells.Text(Headers.IdNumber).ToUpperInvariant();
        // A number held fifteen digits at most, so the last ones are gone: never guessed.
        if (cells.Cell(Headers.IdNumber).IsNumber || text.Length is not (15 or 18 or 20 or 22))
        {
            cells.Say(Headers.IdNumber, "V01");
            return null;
        }

        var fault = IdCardNumber.Read(text.Length > 18 ? text[..18] : text, out var number);
        if (fault != IdCardFault.None)
        {
            cells.Say(Headers.IdNumber, fault switch { IdCardFault.Length => "V01", IdCardFault.Date => "V03", _ => "V02" });
            return null;
        }

        if (text.Length == 15) cells.Say(Headers.IdNumber, "V05");
        if (text.Length > 18)
        {
            if (DisabilityCertificate.TryParse(text, out var read)) certificate = read;
            else cells.Say(Headers.IdNumber, "V06");
        }

        return number;
    }

    private static DisabilityCertificate? Certificate(CellReading cells, IdCardNumber? id, IReadOnlyList<HealthStatus> health)
    {
        var text = cells.Text(Headers.Certificate).ToUpperInvariant();
        if (text.Length == 0)
        {
            if (health.Contains(HealthStatus.Disabled)) cells.Say(Headers.Certificate, "V44");
            return null;
        }

        if (cells.Cell(Headers.Certificate).IsNumber || text.Length is not (20 or 22)) cells.Say(Headers.Certificate, "V01");
        else if (id is null) return null; // the ID number is at fault; what follows from it is checked when it is right
        else if (DisabilityCertificate.TryParse(text, out var read) && read.Holder == id) return read;
        else cells.Say(Headers.Certificate, "V06");
        return null;
    }

    private static int? Months(CellReading cells, CheckBook book)
    {
        if (cells.IsBlank(Headers.WorkMonths)) return null;
        if (int.TryParse(cells.Text(Headers.WorkMonths), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && book.Within("V27", months)) return months;
        cells.Say(Headers.WorkMonths, "V27");
        return null;
    }

    private static void Schooling(
        CellReading cells, CheckBook book, int age, IReadOnlyList<HealthStatus> health, EducationLevel? education, StudentStatus? student, string? school)
    {
        var atSchool = student is not (null or StudentStatus.NotAtSchool);
        var readable = cells.IsSound(Headers.Education) && cells.IsSound(Headers.Student);
        if (readable && ((education is not null && atSchool) || (education is null && student is null && age >= 6)))
        {
            cells.Say(education is null ? Headers.Education : Headers.Student, "V20");
        }

        if (age <= book.Low("V21") && (education is EducationLevel.SeniorHigh or EducationLevel.College || student is >= StudentStatus.SeniorHigh1)) cells.Say(Headers.Student, "V21");
        if (age >= book.Low("V22") && student is (StudentStatus.Preschool or StudentStatus.Primary)) cells.Say(Headers.Student, "V22");
        if (readable && book.Within("V24", age) && health is [HealthStatus.Healthy] && student is not (>= StudentStatus.Primary)) cells.Say(Headers.Student, "V24");
        if (atSchool && school is null) cells.Say(Headers.School, "SCHOOL");
    }

    private static void Labour(CellReading cells, CheckBook book, int age, IReadOnlyList<HealthStatus> health, LabourAbility? labour, StudentStatus? student)
    {
        if (labour is null && cells.IsSound(Headers.Labour) && book.Within("LABOUR", age)) cells.Say(Headers.Labour, "LABOUR");
        var unable = labour is LabourAbility.Lost or LabourAbility.None;
        if (unable && book.Within("V25", age) && health is [HealthStatus.Healthy] && student is (null or StudentStatus.NotAtSchool)) cells.Say(Headers.Labour, "V25");
    }

    private static void Work(CellReading cells, CheckBook book, LabourAbility? labour, WorkStatus? work, int? months, Money wage)
    {
        var works = work is not null || months > 0;
        if (works && labour is (LabourAbility.Lost or LabourAbility.None)) cells.Say(Headers.Work, "V26");
        if (cells.IsSound(Headers.Work) && cells.IsSound(Headers.WorkMonths) && work is not null != months > 0) cells.Say(Headers.WorkMonths, "V28");
        if (cells.IsSound(Headers.Wage) && wage > Money.Zero != works) cells.Say(Headers.Wage, "V29");
        if (wage > Money.Zero && (wage < Money.FromYuan(book.Low("V62")) || wage > Money.FromYuan(book.High("V62")))) cells.Say(Headers.Wage, "V62");
    }
}
