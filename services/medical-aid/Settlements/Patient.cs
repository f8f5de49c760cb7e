using Fupin.Aid;
using Fupin.Aid.Households;
using Fupin.Aid.PersonalData;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Settlements;

/// <summary>Whose bill it is (患者): a member of a household whose file this department keeps.</summary>
internal sealed record Patient(HouseholdFile File, Guid MemberId)
{
    private const int IdNumberLength = 18;
    private static readonly string[] FieldsUsed = ["idNumber"];

    /// <summary>Finds the patient by household and member, or by ID number, for which registration is asked.</summary>
    public static async Task<(Patient? Patient, Refusal? Refusal)> FindAsync(
        Guid? householdId, Guid? memberId, string? idNumber, Asking asking, DbContext db, Register register, CancellationToken ct)
    {
        if ((householdId is null || memberId is null) == string.IsNullOrWhiteSpace(idNumber)) return (null, MedicalAidErrors.NobodyNamed);
        if (householdId is { } household && memberId is { } member) return await OfMemberAsync(household, member, db, ct);

        var digits = idNumber!.Trim().ToUpperInvariant();
        if (digits.Length != IdNumberLength || !digits[..^1].All(char.IsAsciiDigit)) return (null, MedicalAidErrors.WrongIdNumber);
        var (reply, refusal) = await register.FindPersonAsync(digits, asking, ct);
        if (reply is null) return (null, InOurWords(refusal!));
        var found = await OfMemberAsync(Guid.Parse(reply.HouseholdId), Guid.Parse(reply.MemberId), db, ct);
        if (found.Patient is { File: var file }) register.Note(file.HouseholdId, file.Village, asking, FieldsUsed);
        return found;
    }

    /// <summary>Writes into a bill whose it is, and what of that person and household its layers depend on.</summary>
    public void WriteTo(Settlement bill)
    {
        var facts = File.Facts!;
        (bill.HouseholdId, bill.MemberId, bill.Village) = (File.HouseholdId, MemberId, File.Village);
        (bill.Attribute, bill.AgeAtMost) = (facts.Attribute, facts.Members.Single(member => member.MemberId == MemberId).Age.To);
    }

    private static async Task<(Patient? Patient, Refusal? Refusal)> OfMemberAsync(Guid householdId, Guid memberId, DbContext db, CancellationToken ct)
    {
        var file = await db.Set<HouseholdFile>().SingleOrDefaultAsync(row => row.HouseholdId == householdId, ct);
        if (file?.Facts is not { } facts) return (null, AidErrors.NoSuchHousehold);
        return facts.Members.Any(member => member.MemberId == memberId) ? (new Patient(file, memberId), null) : (null, MedicalAidErrors.NoSuchMember);
    }

    private static Refusal InOurWords(Refusal refusal) => refusal.Status switch
    {
        StatusCodes.Status503ServiceUnavailable => MedicalAidErrors.RegisterDown,
        StatusCodes.Status404NotFound => MedicalAidErrors.NoSuchPerson,
        _ => refusal,
    };
}
