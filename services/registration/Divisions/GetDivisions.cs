using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Divisions;

/// <summary>The divisions of the officer's region as a tree (辖区区划), with the names under which people also know them.</summary>
internal static class GetDivisions
{
    public sealed record Node(DivisionCode Code, string Name, DivisionLevel Level, string Kind, IReadOnlyList<string> Aliases, IReadOnlyList<Node> Inside);

    public static async Task<Ok<IReadOnlyList<Node>>> Handle(RegistrationDb db, CurrentOfficer officer, CancellationToken ct)
    {
        var region = officer.Region;
        var inside = (await db.Divisions.AsNoTracking().ToListAsync(ct)).Where(division => division.Code.IsWithin(region)).ToList();
        var aliases = (await db.DivisionAliases.AsNoTracking().ToListAsync(ct)).ToLookup(alias => alias.StandsFor, alias => alias.Name);
        var children = inside.ToLookup(division => division.Parent);

        Node Of(Division division) => new(
            division.Code,
            division.Name,
            division.Level,
            division.Kind,
            [.. aliases[division.Code]],
            [.. children[division.Code].OrderBy(child => child.Code).Select(Of)]);

        var codes = inside.Select(division => division.Code).ToHashSet();
        return TypedResults.Ok<IReadOnlyList<Node>>([.. inside.Where(division => !codes.Contains(division.Parent)).OrderBy(division => division.Code).Select(Of)]);
    }
}
