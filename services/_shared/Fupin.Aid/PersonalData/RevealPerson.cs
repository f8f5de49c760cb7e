using Fupin.Aid.Proposals;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.PersonalData;

/// <summary>Shows an officer whom an item is for (查看救助对象), for a purpose and with a reason; recorded at both ends.</summary>
internal static class RevealPerson
{
    public sealed record Request(string Purpose, string Reason);

    public sealed record Person(string MemberId, string Name, string IdNumber, string Relation);

    public sealed record Answer(string Number, IReadOnlyList<Person> Members, string Phone, string BankName, string BankAccount, IReadOnlyList<string> Fields);

    public static async Task<Results<Ok<Answer>, Refusal>> Handle(Guid itemId, Request request, DbContext db, Register register, CancellationToken ct)
    {
        if (!AidErrors.IsReason(request.Reason)) return AidErrors.NoReason;
        if (string.IsNullOrWhiteSpace(request.Purpose) || request.Purpose.Length > 40) return AidErrors.NoPurpose;
        if (await db.Set<AidItem>().AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == itemId, ct) is not { } item) return AidErrors.NoSuchItem;

        var asking = new Asking(request.Purpose, item.ItemId.ToString(), request.Reason);
        var (reply, refusal) = await register.GetIdentifiedAsync(item.HouseholdId, item.Village, asking, ct);
        if (reply is null) return refusal!;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Answer(
            reply.Number,
            [.. reply.Members.Select(member => new Person(member.MemberId, member.Name, member.IdNumber, member.Relation))],
            reply.Phone, reply.BankName, reply.BankAccount, [.. reply.Fields]));
    }
}
