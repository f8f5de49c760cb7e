using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Identification.Lists;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Searches households of the officer's region (查询农户) by name, ID number, village and state; what names people comes in the body, never in the URL.</summary>
internal static class FindHouseholds
{
    private const int LargestPage = 100;
    private const int Furthest = 10_000;

    /// <param name="Name">The whole name of any member.</param>
    /// <param name="IdNumber">The whole ID number of any member.</param>
    /// <param name="Village">A division; everything inside it.</param>
    /// <param name="State">The state with the register.</param>
    /// <param name="After">The last household of the page before.</param>
    /// <param name="Size">How many, at most 100.</param>
    /// <param name="Sort">number, village, members, attribute or state, with a minus for descending; the head's name is sealed and sorts nothing.</param>
    /// <param name="Skip">How many to leaf over in that order, instead of <paramref name="After"/>; the answer then says how many there are.</param>
    public sealed record Request(string? Name, string? IdNumber, string? Village, HouseholdStatus? State, Guid? After, int? Size, string? Sort = null, int? Skip = null);

    public sealed record Line(Guid Id, string? Number, DivisionCode Village, string? Group, string Head, int Members, Contracts.Codes.HouseholdAttribute Attribute, HouseholdStatus State);

    public sealed record Response(IReadOnlyList<Line> Items, Guid? Next, int? Total);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(Request request, RegistrationDb db, FieldCipher cipher, CancellationToken ct)
    {
        var size = Math.Clamp(request.Size ?? 20, 1, LargestPage);
        var households = db.Households.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(request.Village))
        {
            if (!DivisionCode.TryParse(request.Village.Trim(), out var division)) return RegistrationErrors.SearchUnreadable.With("区划代码");
            var last = division.LastInside;
            households = households.Where(one => one.Village >= division && one.Village <= last);
        }

        if (!string.IsNullOrWhiteSpace(request.IdNumber))
        {
            if (!IdCardNumber.TryParse(request.IdNumber.Trim(), out var number)) return RegistrationErrors.SearchUnreadable.With("证件号码");
            var index = cipher.BlindIndex(number.Whole, BlindIndexes.IdNumber);
            households = households.Where(one => one.Members.Any(member => member.IdIndex == index));
        }

        if (!string.IsNullOrWhiteSpace(request.Name))
        {
            var index = cipher.BlindIndex(request.Name.Trim(), BlindIndexes.Name);
            households = households.Where(one => one.Members.Any(member => member.NameIndex == index));
        }

        if (request.State is { } state) households = households.Where(one => one.Status == state);
        if (request.After is { } after) households = households.Where(one => one.Id.CompareTo(after) > 0);
        var leafing = request.Sort is not null || request.Skip is not null;
        int? total = leafing ? await households.CountAsync(ct) : null;
        var ordered = leafing ? InOrder(households, request.Sort ?? "").Skip(Math.Clamp(request.Skip ?? 0, 0, Furthest)) : households.OrderBy(one => one.Id);
        var found = await ordered.Take(size + 1).Include(one => one.Members).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            [.. found.Take(size).Select(one => new Line(
                one.Id, one.Number, one.Village, one.Group, Face.HeadOf(one, cipher), one.Members.Count, one.Attribute, one.Status))],
            found.Count > size && !leafing ? found[size - 1].Id : null,
            total));
    }

    private static IOrderedQueryable<Household> InOrder(IQueryable<Household> households, string sort) => (sort switch
    {
        "number" => households.OrderBy(one => one.Number),
        "-number" => households.OrderByDescending(one => one.Number),
        "village" => households.OrderBy(one => one.Village),
        "-village" => households.OrderByDescending(one => one.Village),
        "members" => households.OrderBy(one => one.Members.Count),
        "-members" => households.OrderByDescending(one => one.Members.Count),
        "attribute" => households.OrderBy(one => one.Attribute),
        "-attribute" => households.OrderByDescending(one => one.Attribute),
        "state" => households.OrderBy(one => one.Status),
        "-state" => households.OrderByDescending(one => one.Status),
        _ => households.OrderBy(one => one.Id),
    }).ThenBy(one => one.Id);
}
