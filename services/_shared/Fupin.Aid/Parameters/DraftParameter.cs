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
        if (request.To < request.From || request.Value.Length > MostLetters || !HasFormOf(like, request.Value)) return AidErrors.WrongParameter;

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

    // A value keeps the form of the one it follows: numbers stay numbers, a list keeps its length.
    private static bool HasFormOf(ParameterRow like, string value)
    {
        var (before, after) = (like.Value.Split(','), value.Split(','));
        return before.Length == after.Length && before.Zip(after).All(pair => !IsNumber(pair.First) || IsNumber(pair.Second));
    }

    private static bool IsNumber(string text) => decimal.TryParse(
        text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= 100_000_000;
}
