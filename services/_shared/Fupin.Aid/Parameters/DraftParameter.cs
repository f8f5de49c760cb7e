using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Parameters;

/// <summary>Drafts a new value of a parameter from a day on (拟定政策参数).</summary>
internal static class DraftParameter
{
    private const int MostLetters = 200;

    public sealed record Request(string Name, string Value, DateOnly From, DateOnly? To, string Basis);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(Request request, DbContext db, CurrentOfficer officer, CancellationToken ct)
    {
        var like = await db.Set<ParameterRow>().AsNoTracking()
            .Where(row => row.Name == request.Name && row.Number != null)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(ct);
        if (like is null) return AidErrors.NoSuchParameter;
        if (string.IsNullOrWhiteSpace(request.Basis) || request.Basis.Length > MostLetters) return AidErrors.NoBasis;
        if (request.To < request.From || request.Value.Length > MostLetters || !ParameterRow.HasFormOf(like.Value, request.Value)) return AidErrors.WrongParameter;

        var draft = new ParameterRow
        {
            Id = Guid.NewGuid(),
            Name = like.Name,
            Label = like.Label,
            Value = request.Value,
            Unit = like.Unit,
            From = request.From,
            To = request.To,
            Basis = request.Basis,
            EnteredBy = officer.Id,
        };
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/parameters/{draft.Id}", new Response(draft.Id));
    }
}
