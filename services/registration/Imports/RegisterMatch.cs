using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Imports;

/// <summary>Compares right households with those on file (与名册比对): the same people are the same household, people of another one are an error. Looks beyond the region, and says nothing of what lies there.</summary>
internal static class RegisterMatch
{
    public static async Task CheckAsync(IReadOnlyList<CheckedHousehold> households, RegistrationDb db, FieldCipher cipher, CheckBook book, CancellationToken ct)
    {
        foreach (var chunk in households.Where(household => household.IsRight).Chunk(200))
        {
            var indexes = chunk.ToDictionary(household => household, household => IndexesOf(household, cipher));
            var asked = indexes.Values.SelectMany(people => people.Values).ToList();
            var found = await db.Members.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
                .Where(member => asked.Contains(member.IdIndex))
                .Select(member => new { member.IdIndex, member.HouseholdId })
                .ToDictionaryAsync(member => member.IdIndex, member => member.HouseholdId, ct);
            var homes = found.Values.Distinct().ToList();
            var sizes = await db.Members.IgnoreQueryFilters([ScopeFilter.Name]).AsNoTracking()
                .Where(member => homes.Contains(member.HouseholdId))
                .GroupBy(member => member.HouseholdId)
                .Select(home => new { home.Key, Count = home.Count() })
                .ToDictionaryAsync(home => home.Key, home => home.Count, ct);
            foreach (var (household, people) in indexes)
            {
                var there = people.Values.Where(found.ContainsKey).Select(index => found[index]).ToList();
                if (there.Count == 0) continue;
                if (there.Count == people.Count && there.Distinct().Count() == 1 && sizes[there[0]] == people.Count)
                {
                    household.Know(book.On(household.Rows[0], Headers.Serial, "KNOWN"));
                    continue;
                }

                foreach (var (row, _) in people.Where(person => found.ContainsKey(person.Value))) household.Say(book.On(row, Headers.IdNumber, "V17"));
            }
        }
    }

    private static Dictionary<int, string> IndexesOf(CheckedHousehold household, FieldCipher cipher) => household.Draft!.People
        .ToDictionary(person => person.Row, person => cipher.BlindIndex(person.Person.IdNumber.Whole, BlindIndexes.IdNumber));
}
