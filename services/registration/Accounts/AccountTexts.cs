using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Registration.Households;

namespace Fupin.Registration.Accounts;

/// <summary>What an account says of a department (部门状态).</summary>
internal static class DepartmentState
{
    public const string Received = "received";
    public const string Waiting = "waiting";
    public const string Unreachable = "unreachable";
}

/// <summary>The words of the account (一户一账文字), kept as data.</summary>
internal static class AccountTexts
{
    private static readonly Words Texts = Read();

    public static string TitleOf(string department) => Texts.Departments.GetValueOrDefault(department, department);

    public static string Of(string state, bool knows) => Texts.States[knows ? $"{state}-known" : state];

    /// <summary>What an account says of a household that is not on the register; null for one that is.</summary>
    public static string? Of(HouseholdStatus status) => Texts.Households.GetValueOrDefault(status);

    /// <summary>What a step of an item's story says.</summary>
    public static string OfStep(string step, Money amount) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Texts.Steps[step], amount);

    private static Words Read()
    {
        using var stream = typeof(AccountTexts).Assembly.GetManifestResourceStream("account-texts.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Words(IReadOnlyDictionary<string, string> Departments, IReadOnlyDictionary<string, string> States, IReadOnlyDictionary<HouseholdStatus, string> Households,
        IReadOnlyDictionary<string, string> Steps);
}
