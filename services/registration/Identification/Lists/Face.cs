using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>What a list shows of a household (名单信息): the head's name masked, the group, how many they are, and what each has to live on.</summary>
internal sealed record Face(string Head, string? Group, int Members, Money? PerCapita)
{
    /// <summary>王*国, 张*: the first character, and the last of three or more.</summary>
    public static string Mask(string name) => name.Length < 3
        ? $"{name[..Math.Min(1, name.Length)]}*"
        : $"{name[0]}{new string('*', name.Length - 2)}{name[^1]}";

    /// <summary>The head of a household so masked; empty when everybody went over into another.</summary>
    public static string HeadOf(Household household, FieldCipher cipher) => household.Members.Count == 0 ? "" : Mask(household.Head.NameOf(cipher));
}

/// <summary>The faces of households and the names of villages, for lists.</summary>
internal static class Faces
{
    public static async Task<Dictionary<Guid, Face>> FacesAsync(
        this RegistrationDb db, FieldCipher cipher, IReadOnlyCollection<Guid> householdIds, DateOnly on, CancellationToken ct)
    {
        var rules = await db.IncomeRulesAsync(ct);
        var households = await db.Households.AsNoTracking().Where(one => householdIds.Contains(one.Id)).Whole().ToListAsync(ct);
        return households.ToDictionary(one => one.Id, one => new Face(
            Face.HeadOf(one, cipher),
            one.Group,
            one.Members.Count,
            one.Sheet is { } sheet ? IncomeTotals.PerCapita(sheet, rules, on) : null));
    }

    public static Task<Dictionary<DivisionCode, string>> VillageNamesAsync(
        this RegistrationDb db, IReadOnlyCollection<DivisionCode> villages, CancellationToken ct) => db.Divisions
        .Where(division => villages.Contains(division.Code))
        .ToDictionaryAsync(division => division.Code, division => division.Name, ct);
}
