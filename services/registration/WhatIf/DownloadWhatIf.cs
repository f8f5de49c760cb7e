using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Registration.Accounts;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Fupin.Workbooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.WhatIf;

/// <summary>The result of a trial as a workbook (下载试算结果), a sheet a table, amounts in yuan.</summary>
internal static class DownloadWhatIf
{
    private static readonly Words Texts = Read();

    public static async Task<Results<FileContentHttpResult, Refusal>> Handle(Guid id, RegistrationDb db, CancellationToken ct)
    {
        if (await GetWhatIf.OwnRegion(db).SingleOrDefaultAsync(one => one.Id == id, ct) is not { } run) return WhatIfErrors.NoSuchRun;
        if (run.Result is not { } result) return WhatIfErrors.NotDone;
        var towns = await db.Divisions.AsNoTracking().ToDictionaryAsync(division => division.Code.Digits, division => division.Name, ct);
        return TypedResults.File(MarkedWorkbook.OfTables([.. Tables(result, towns)]), UploadedWorkbook.ContentType, $"{Texts.File}.xlsx");
    }

    private static IEnumerable<WorkbookTable> Tables(WhatIfResult result, IReadOnlyDictionary<string, string> towns)
    {
        yield return new WorkbookTable(Texts.Policies, Texts.PoliciesHeaders, result.Policies.Select(row => (IReadOnlyList<object?>)
            [AccountTexts.TitleOf(row.Department), row.Policy, row.Name, row.CountNow, row.CountThen, Yuan(row.Now), Yuan(row.Then), Yuan(row.Then - row.Now)]));
        yield return new WorkbookTable(Texts.Months, Texts.MonthsHeaders, result.Months.Select(row => (IReadOnlyList<object?>)
            [row.Month.ToString(), Yuan(row.Now), Yuan(row.Then), Yuan(row.Then - row.Now)]));
        yield return OfGroups(Texts.Towns, result.Towns, code => towns.GetValueOrDefault(code, code));
        yield return OfGroups(Texts.Ages, result.Ages, age => age);
        yield return OfGroups(Texts.Classes, result.Classes, Word);
        yield return new WorkbookTable(Texts.Losers, Texts.LosersHeaders, result.LargestLosers.Select(row => (IReadOnlyList<object?>)
            [row.Number, row.Village.Digits, Word(row.Attribute.ToString()), Yuan(row.Now), Yuan(row.Then), Yuan(row.Now - row.Then)]));
    }

    private static WorkbookTable OfGroups(string name, IReadOnlyList<GroupChange> groups, Func<string, string> nameOf) =>
        new(name, Texts.GroupHeaders, groups.Select(row => (IReadOnlyList<object?>)
            [nameOf(row.Key), row.Households, row.Winners, row.Losers, row.Difference is { } difference ? Yuan(difference) : null]));

    private static decimal Yuan(Money amount) => amount.Fen / 100m;

    private static string Word(string code) => Texts.OfCodes.GetValueOrDefault(code, code);

    private static Words Read()
    {
        using var stream = typeof(DownloadWhatIf).Assembly.GetManifestResourceStream("what-if-texts.json")!;
        return JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Words(
        string File, string Policies, IReadOnlyList<string> PoliciesHeaders, string Months, IReadOnlyList<string> MonthsHeaders, string Towns, string Ages, string Classes,
        IReadOnlyList<string> GroupHeaders, string Losers, IReadOnlyList<string> LosersHeaders,
        [property: System.Text.Json.Serialization.JsonPropertyName("words")] IReadOnlyDictionary<string, string> OfCodes);
}
