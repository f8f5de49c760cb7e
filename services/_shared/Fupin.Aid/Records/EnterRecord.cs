using System.Text.Json;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records.Unmatched;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records;

/// <summary>
/// Enters a record, or corrects the one with the same key (登记记录). It is about a member of a household, or about whoever has an ID number
/// (a household number likewise); what is about nobody on the register waits in the work list.
/// </summary>
internal static class EnterRecord
{
    public const string Purpose = "match-records";

    public sealed record Entered(Guid Id);

    public sealed record Waits(Guid UnmatchedId);

    public static async Task<Results<Created<Entered>, Accepted<Waits>, Refusal>> Handle(
        RecordKind kind, JsonElement body, DbContext db, RecordDesk desk, UnmatchedRecords unmatched, Register register, CurrentOfficer officer,
        CancellationToken ct)
    {
        if (body.ValueKind != JsonValueKind.Object || Whom.Read(kind, body) is not { } whom) return SystemErrors.Unreadable;
        var record = kind.Blank();
        foreach (var column in kind.Columns)
        {
            var read = column.Read(body);
            if (read.Fault is not null) return column.RefusalOf(read);
            column.Set(record, read.Value);
        }

        if (whom.RefusalOf(kind) is { } nobody) return nobody;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var missed = (UnmatchedReason?)null;
        if (whom.IsByNumber)
        {
            var asking = new Asking(Purpose, kind.Name, kind.Title);
            var (found, down) = await register.FindPersonsAsync(whom.IdNumbers, whom.HouseholdNumbers, asking, ct);
            if (found is null) return down!;
            var one = found.Persons.Concat(found.Households).Select(entry => entry.Value).SingleOrDefault();
            whom = whom with { HouseholdId = one?.HouseholdId, MemberId = one?.MemberId };
            missed = whom.HouseholdId is null ? UnmatchedReason.Unknown : null;
        }

        var file = whom.HouseholdId is { } household ? (await desk.FilesAsync([household], ct)).GetValueOrDefault(household) : null;
        if (whom.IsByNumber && missed is null && RecordDesk.Put(record, file, whom.MemberId) is not null) missed = UnmatchedReason.NotRegistered;
        if (missed is { } reason)
        {
            var row = await unmatched.KeepAsync(kind, [new UnmatchedRow(whom.Given, record, reason, whom.HouseholdId, whom.MemberId)], UnmatchedRecords.By(officer), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return TypedResults.Accepted((string?)null, new Waits(row[0].Id));
        }

        if (RecordDesk.Put(record, file, whom.MemberId) is { } refusal) return refusal;
        if (kind.Check(record, desk.GroundOf(file, whom.MemberId)).Refusal is { } wrong) return wrong;
        var (kept, taken) = (await desk.TakeAsync(kind, [record], ct))[0];
        if (taken == Taken.Elsewhere) return AidErrors.RecordElsewhere;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Created((string?)null, new Entered(kept.Id));
    }

    /// <summary>Whom the body names: a household and its member, or a number.</summary>
    private sealed record Whom(Guid? HouseholdId, Guid? MemberId, GivenPerson Given)
    {
        public bool IsByNumber { get; private init; }

        public IReadOnlyList<string> IdNumbers => Given.IdNumber is { } number ? [number] : [];

        public IReadOnlyList<string> HouseholdNumbers => Given.HouseholdNumber is { } number ? [number] : [];

        // Null for a body in which these are no ids or no text at all.
        public static Whom? Read(RecordKind kind, JsonElement body)
        {
            if (!Id(body, "householdId", out var household) || !Id(body, "memberId", out var member)) return null;
            var given = new GivenPerson(Text(body, "idNumber"), Text(body, "name"), Text(body, "village"), Text(body, "householdNumber"));
            return new Whom(household, member, given) { IsByNumber = kind.Subject == RecordSubject.Person ? given.IdNumber is not null : given.HouseholdNumber is not null };
        }

        public Refusal? RefusalOf(RecordKind kind)
        {
            var byId = HouseholdId is not null;
            switch (kind.Subject)
            {
                case RecordSubject.Person:
                    if (byId == IsByNumber || (byId && MemberId is null)) return AidErrors.NoSubject;
                    return IsByNumber && IdCardNumber.Read(Given.IdNumber, out _) is var fault and not IdCardFault.None
                        ? AidErrors.WrongField.With(RecordTexts.Sentence(FaultOf(fault)))
                        : null;
                case RecordSubject.Household:
                    if (byId == IsByNumber) return AidErrors.NoHousehold;
                    return IsByNumber && !HouseholdNumber.TryParse(Given.HouseholdNumber, out _) ? AidErrors.WrongField.With(RecordTexts.Sentence("HOUSEHOLD")) : null;
                default:
                    return null;
            }
        }

        private static bool Id(JsonElement body, string name, out Guid? id)
        {
            id = null;
            if (!body.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return true;
            if (field.ValueKind != JsonValueKind.String || !field.TryGetGuid(out var read)) return false;
            id = read;
            return true;
        }

        private static string? Text(JsonElement body, string name) =>
            body.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String && field.GetString() is { Length: > 0 and <= 40 } text ? text.Trim() : null;
    }

    /// <summary>The check that a fault of an ID number fails.</summary>
    internal static string FaultOf(IdCardFault fault) => fault switch
    {
        IdCardFault.Length => "V01",
        IdCardFault.Date => "V03",
        _ => "V02",
    };
}
