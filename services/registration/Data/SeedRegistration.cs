using System.Text.Json;
using System.Text.Json.Serialization;
using Fupin.Persistence;
using Fupin.Registration.DataUse;
using Fupin.Registration.Households;
using Fupin.Registration.Imports;
using Fupin.Registration.Incomes;
using Fupin.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>Lays the rows the platform comes with (初始数据) of incomes, parameters, purposes and checks; a row that is there already is left as it is.</summary>
internal sealed class SeedRegistration : IMigrateStep
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<RegistrationDb>();
        await LayAsync(db.IncomeItemRules, IncomeRules, rule => (rule.Item, rule.View, rule.From), ct);
        await LayAsync(db.RegistrationParameters, Parameters, parameter => (parameter.Name, parameter.From), ct);
        await LayAsync(db.Purposes, Purposes, purpose => (purpose.Code, purpose.From), ct);
        await LayAsync(db.CheckRules, CheckRules, rule => (rule.Check, rule.From), ct);
        await db.SaveChangesAsync(ct);
    }

    public static IReadOnlyList<IncomeItemRule> IncomeRules { get; } = Read<IncomeRow>("income-rules.json").ConvertAll(row => new IncomeItemRule
    {
        Id = Guid.CreateVersion7(), Item = row.Item, View = row.View, Counts = row.Counts, From = row.From, To = row.To, Basis = row.Basis,
    });

    public static IReadOnlyList<RegistrationParameter> Parameters { get; } = Read<ParameterRow>("registration-parameters.json").ConvertAll(row => new RegistrationParameter
    {
        Id = Guid.CreateVersion7(), Name = row.Name, Value = row.Value, From = row.From, To = row.To, Basis = row.Basis,
    });

    public static IReadOnlyList<Purpose> Purposes { get; } = Read<PurposeRow>("purposes.json").ConvertAll(row => new Purpose
    {
        Id = Guid.CreateVersion7(), Code = row.Code, Name = row.Name, Fields = row.Fields, Departments = row.Departments, From = row.From, To = row.To, Basis = row.Basis,
    });

    public static IReadOnlyList<CheckRule> CheckRules { get; } = Read<CheckRow>("check-rules.json").ConvertAll(row => new CheckRule
    {
        Id = Guid.CreateVersion7(), Check = row.Check, Level = row.Level, Low = row.Low, High = row.High, Text = row.Text, From = row.From, To = row.To, Basis = row.Basis,
    });

    private static async Task LayAsync<TRow, TKey>(DbSet<TRow> table, IReadOnlyList<TRow> rows, Func<TRow, TKey> key, CancellationToken ct)
        where TRow : class
    {
        var known = (await table.AsNoTracking().ToListAsync(ct)).Select(key).ToHashSet();
        table.AddRange(rows.Where(row => !known.Contains(key(row))));
    }

    private static List<TRow> Read<TRow>(string file)
    {
        using var json = typeof(SeedRegistration).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        return JsonSerializer.Deserialize<List<TRow>>(json, Web)!;
    }

    private sealed record IncomeRow(string Item, Contracts.Codes.IncomeView View, bool Counts, DateOnly From, DateOnly? To, string Basis);

    private sealed record ParameterRow(string Name, string Value, DateOnly From, DateOnly? To, string Basis);

    private sealed record PurposeRow(string Code, string Name, string Fields, string Departments, DateOnly From, DateOnly? To, string Basis);

    private sealed record CheckRow(string Check, FindingLevel Level, long? Low, long? High, string Text, DateOnly From, DateOnly? To, string Basis);
}
