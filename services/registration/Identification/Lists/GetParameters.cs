using Fupin.Registration.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>The dated parameters of identification with what they stand on (识别参数).</summary>
internal static class GetParameters
{
    public sealed record Row(string Name, DateOnly From, DateOnly? To, string Value, string Basis);

    public static async Task<Ok<List<Row>>> Handle(RegistrationDb db, CancellationToken ct) => TypedResults.Ok(
        await db.IdentificationParameters
            .OrderBy(row => row.Name).ThenBy(row => row.From)
            .Select(row => new Row(row.Name, row.From, row.To, row.Value, row.Basis))
            .ToListAsync(ct));
}
