using System.Globalization;

namespace Fupin.AppHost.Local;

/// <summary>
/// Made-up people over the patterns of households: names, numbers, telephones and accounts are counted up, so that they are the same at every
/// start and nobody's. ID numbers carry the address part 320400, which is given to nobody.
/// </summary>
internal sealed class SamplePeople(SampleData data)
{
    private const string NobodysAddress = "320400";
    private readonly Dictionary<(string Born, bool IsMale), int> given = [];
    private int persons;
    private int households;

    /// <summary>The cells of some households of a village, by header; <paramref name="first"/> is the number of the first one in its file.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string village, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var pattern = data.Households[households % data.Households.Count];
            households++;
            var surname = Pick(data.Surnames, (households * 7) + (households / data.Surnames.Length));
            foreach (var person in pattern)
            {
                var row = Person(person, surname);
                row[data.Columns.Serial] = Text(number);
                if (person == pattern[0]) AddHousehold(row, village);
                yield return row;
            }
        }
    }

    private Dictionary<string, string> Person(IReadOnlyDictionary<string, string> pattern, char surname)
    {
        persons++;
        var isMale = pattern["sex"] == "M";
        var names = isMale ? data.Male : data.Female;
        var idNumber = IdNumber(pattern["born"], isMale);
        var row = pattern.Where(cell => data.Headers.Contains(cell.Key)).ToDictionary(cell => cell.Key, cell => cell.Value);
        row[data.Columns.Name] = $"{surname}{Pick(names, persons * 3)}{Pick(names, (persons * 5) + (persons / names.Length))}";
        row[data.Columns.IdNumber] = idNumber;
        if (pattern.TryGetValue("certificate", out var suffix)) row[data.Columns.Certificate] = idNumber + suffix;
        return row;
    }

    private void AddHousehold(Dictionary<string, string> row, string village)
    {
        row[data.Columns.Village] = village;
        row[data.Columns.Group] = string.Format(CultureInfo.InvariantCulture, data.Group, 1 + (households % 16));
        row[data.Columns.Phone] = $"139{households:D8}";
        row[data.Columns.Bank] = data.Bank;
        row[data.Columns.Account] = Card($"622848{households:D12}");
    }

    // The serial is the first free one of the day and sex, from high numbers down: the samples that people upload begin elsewhere. When a
    // day's numbers are used up, as with a hundred thousand households, who comes next was born the day before.
    private string IdNumber(string born, bool isMale)
    {
        var count = given[(born, isMale)] = given.GetValueOrDefault((born, isMale)) + 1;
        var serial = (isMale ? 1001 : 1000) - (2 * count);
        if (serial <= 0) return IdNumber(DateOnly.ParseExact(born, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture), isMale);
        var number = string.Create(CultureInfo.InvariantCulture, $"{NobodysAddress}{born}{serial:D3}");
        return number + CheckDigit(number);
    }

    // GB 11643: weights 2^(17-i) mod 11.
    private static char CheckDigit(string seventeen)
    {
        var sum = 0;
        for (var at = 0; at < 17; at++) sum += (seventeen[at] - '0') * ((1 << (17 - at)) % 11);
        return "10X98765432"[sum % 11];
    }

    // The digit that makes the Luhn sum a multiple of ten.
    private static string Card(string digits)
    {
        var sum = digits.Reverse().Select((digit, place) => place % 2 == 0 ? (digit - '0') * 2 : digit - '0').Sum(value => value > 9 ? value - 9 : value);
        return digits + Text((10 - (sum % 10)) % 10);
    }

    private static char Pick(string letters, int number) => letters[number % letters.Length];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
