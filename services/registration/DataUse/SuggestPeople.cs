using Fupin.Contracts.Registration.Grpc;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Identification.Lists;
using Fupin.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.DataUse;

/// <summary>
/// Who may be meant by a number that nobody has (相近人员提示): one place wrong, two places swapped, or the same name in the village named.
/// Inside the officer's region, masked like every list, and so not a reading.
/// </summary>
internal static class SuggestPeople
{
    private const int MostMissed = 50;
    private const int MostSuggestions = 5;

    public static async Task<SuggestReply> HandleAsync(SuggestRequest request, RegistrationDb db, FieldCipher cipher, CancellationToken ct)
    {
        if (request.Missed.Count > MostMissed) throw new RefusedException(RegistrationErrors.TooManyNumbers.With(MostMissed));
        var reply = new SuggestReply();
        foreach (var missed in request.Missed) reply.Suggestions.Add(await SuggestAsync(missed, db, cipher, ct));
        return reply;
    }

    private static async Task<Suggestions> SuggestAsync(MissedPerson missed, RegistrationDb db, FieldCipher cipher, CancellationToken ct)
    {
        var near = Near(missed.IdNumber.ToUpperInvariant())
            .DistinctBy(candidate => candidate.Number)
            .ToDictionary(candidate => cipher.BlindIndex(candidate.Number.Whole, BlindIndexes.IdNumber), candidate => candidate.Likeness);
        var indexes = near.Keys.ToList();
        var found = await db.Members.AsNoTracking().Where(member => indexes.Contains(member.IdIndex)).Take(MostSuggestions).ToListAsync(ct);
        var suggestions = new Suggestions();
        suggestions.Persons.AddRange(found.Select(member => Of(member, near[member.IdIndex], cipher)));
        if (missed.Name.Length == 0 || !DivisionCode.TryParse(missed.Village, out var village)) return suggestions;

        var name = cipher.BlindIndex(missed.Name.Trim(), BlindIndexes.Name);
        var last = village.LastInside;
        var others = await db.Members.AsNoTracking()
            .Where(member => member.NameIndex == name && member.Village >= village && member.Village <= last)
            .OrderBy(member => member.Id)
            .Take(MostSuggestions)
            .ToListAsync(ct);
        suggestions.Persons.AddRange(others.Where(member => found.TrueForAll(one => one.Id != member.Id)).Select(member => Of(member, "name", cipher)));
        return suggestions;
    }

    // Of the hundreds of texts so near, a dozen or two are numbers at all: date and check digit must be right.
    internal static IEnumerable<(IdCardNumber Number, string Likeness)> Near(string text)
    {
        if (text.Length != 18) yield break;
        for (var place = 0; place < text.Length; place++)
        {
            foreach (var sign in place == 17 ? "0123456789X" : "0123456789")
            {
                if (sign != text[place] && IdCardNumber.TryParse($"{text[..place]}{sign}{text[(place + 1)..]}", out var number)) yield return (number, "one-place");
            }

            for (var other = place + 1; other < text.Length; other++)
            {
                if (text[place] == text[other]) continue;
                var swapped = text.ToCharArray();
                (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
                if (IdCardNumber.TryParse(new string(swapped), out var number)) yield return (number, "two-places");
            }
        }
    }

    private static Suggestion Of(HouseholdMember member, string likeness, FieldCipher cipher)
    {
        var person = member.Reveal(cipher);
        return new Suggestion
        {
            HouseholdId = member.HouseholdId.ToString(),
            MemberId = member.Id.ToString(),
            Name = Face.Mask(person.Name),
            IdNumber = person.IdNumber.Masked,
            Village = member.Village.Digits,
            Likeness = likeness,
        };
    }
}
