using System.Text.Json.Nodes;
using Fupin.Contracts.Values;
using Fupin.Registration.Data;
using Fupin.Registration.Divisions;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Messages;

/// <summary>The divisions as a tree of places (区划); /.well-known/locations.json of locations_core_api 1.0.0. Division codes are public statistics.</summary>
internal static class GetLocations
{
    public static async Task<JsonHttpResult<JsonObject>> Handle(RegistrationDb db, TimeProvider clock, CancellationToken ct)
    {
        var divisions = await db.Divisions.AsNoTracking().OrderBy(division => division.Code).ToListAsync(ct);
        var known = divisions.Select(division => division.Code).ToHashSet();
        return TypedResults.Json(new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["@context"] = "http://spdci.org/",
                ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
                ["schema"] = "http://schema.org/",
            },
            ["@type"] = "LocationHierarchy",
            ["last_updated"] = Wire.Write(clock.UtcNow()),
            ["locations"] = new JsonArray([.. divisions.Select(division => Place(division, known))]),
        });
    }

    // The schema requires id and containedInPlace, and describes contained_in_place: all are given.
    private static JsonObject Place(Division division, HashSet<DivisionCode> known)
    {
        var parent = known.Contains(division.Parent) ? division.Parent.Digits : null;
        return new JsonObject
        {
            ["@type"] = "Place",
            ["id"] = division.Code.Digits,
            ["identifier"] = new JsonArray(new JsonObject { ["@type"] = "PropertyValue", ["name"] = "division-code", ["identifier"] = division.Code.Digits }),
            ["name"] = division.Name,
            ["additional_type"] = division.Kind,
            ["containedInPlace"] = parent,
            ["contained_in_place"] = parent,
        };
    }
}
