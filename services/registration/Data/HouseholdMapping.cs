using System.Globalization;
using System.Text.Json;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.DataUse;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Incomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fupin.Registration.Data;

/// <summary>The tables of households, incomes, divisions and data use (户、收入、区划、数据使用).</summary>
internal static class HouseholdMapping
{
    public static void MapHouseholds(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<Household>(household =>
        {
            household.ToTable(Household.Table).HasScope(db);
            household.Property(one => one.Id).ValueGeneratedNever();
            household.Property(one => one.Group).HasMaxLength(50);
            household.Property(one => one.Number).HasMaxLength(16).IsUnicode(false);
            household.HasIndex(one => one.Number).IsUnique();
            household.HasIndex(one => new { one.Village, one.Status, one.Id });
            household.HasIndex(one => new { one.Status, one.RetainedUntil });
            household.HasIndex(one => one.BankAccountIndex);
            household.Property(one => one.BankName).HasMaxLength(50);
            household.Property(one => one.BankAccountIndex).HasMaxLength(64).IsUnicode(false);
            household.Property(one => one.OtherCauses).HasConversion(
                causes => string.Join(',', causes.Select(cause => ((int)cause).ToString(CultureInfo.InvariantCulture))),
                text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => (PovertyCause)int.Parse(code, CultureInfo.InvariantCulture)).ToList(),
                new ValueComparer<IReadOnlyList<PovertyCause>>((a, b) => a!.SequenceEqual(b!), causes => causes.Count)).HasMaxLength(20).IsUnicode(false);
            household.Ignore(one => one.Head).Ignore(one => one.Sheet);
            household.HasMany(one => one.Members).WithOne().HasForeignKey(member => member.HouseholdId).OnDelete(DeleteBehavior.Cascade);
            household.HasMany(one => one.Sheets).WithOne().HasForeignKey(sheet => sheet.HouseholdId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HouseholdMember>(member =>
        {
            member.ToTable(HouseholdMember.Table).HasScope(db);
            member.Property(one => one.Id).ValueGeneratedNever();
            member.Property(one => one.Relation).HasMaxLength(2).IsUnicode(false);
            member.Property(one => one.NameIndex).HasMaxLength(64).IsUnicode(false);
            member.Property(one => one.IdIndex).HasMaxLength(64).IsUnicode(false);
            member.Property(one => one.School).HasMaxLength(100);
            member.HasIndex(one => one.IdIndex).IsUnique(); // one person, one household
            member.HasIndex(one => one.NameIndex);
            member.Ignore(one => one.IsHead);
        });
        model.Entity<IncomeSheet>(sheet =>
        {
            sheet.ToTable("IncomeSheets").HasScope(db);
            sheet.Property(one => one.Id).ValueGeneratedNever();
            sheet.HasIndex(one => new { one.HouseholdId, one.Year }).IsUnique();
            sheet.Property(one => one.Wages).AsJson();
            sheet.Property(one => one.Transfers).AsJson();
        });
        model.Entity<IncomeItemRule>(rule =>
        {
            rule.ToTable("IncomeItemRules");
            rule.Property(one => one.Id).ValueGeneratedNever();
            rule.Property(one => one.Item).HasMaxLength(40).IsUnicode(false);
            rule.Property(one => one.Basis).HasMaxLength(400);
            rule.HasIndex(one => new { one.Item, one.View, one.From }).IsUnique();
        });
        model.Entity<RegistrationParameter>(parameter =>
        {
            parameter.ToTable("RegistrationParameters");
            parameter.Property(one => one.Id).ValueGeneratedNever();
            parameter.Property(one => one.Name).HasMaxLength(40).IsUnicode(false);
            parameter.Property(one => one.Value).HasMaxLength(100);
            parameter.Property(one => one.Basis).HasMaxLength(400);
            parameter.HasIndex(one => new { one.Name, one.From }).IsUnique();
        });
        model.Entity<Division>(division =>
        {
            division.ToTable("Divisions").HasKey(one => one.Code);
            division.Property(one => one.Name).HasMaxLength(100);
            division.Property(one => one.Kind).HasMaxLength(30).IsUnicode(false);
            division.HasIndex(one => one.Parent);
        });
        model.Entity<DivisionAlias>(alias =>
        {
            alias.ToTable("DivisionAliases");
            alias.Property(one => one.Id).ValueGeneratedNever();
            alias.Property(one => one.Name).HasMaxLength(100);
            alias.Property(one => one.Basis).HasMaxLength(400);
            alias.HasIndex(one => one.Name).IsUnique();
        });
        model.Entity<Reading>(reading =>
        {
            reading.ToTable("DataReadings").HasScope(db);
            reading.Property(one => one.Id).ValueGeneratedNever();
            reading.Property(one => one.OfficerName).HasMaxLength(100);
            reading.Property(one => one.Department).HasMaxLength(40).IsUnicode(false);
            reading.Property(one => one.Purpose).HasMaxLength(40).IsUnicode(false);
            reading.Property(one => one.Reason).HasMaxLength(200);
            reading.Property(one => one.Case).HasMaxLength(100);
            reading.Property(one => one.Fields).HasMaxLength(200).IsUnicode(false);
            reading.HasIndex(one => new { one.HouseholdId, one.Id });
            reading.HasIndex(one => new { one.OfficerId, one.AtUtc });
        });
        model.Entity<Purpose>(purpose =>
        {
            purpose.ToTable("Purposes");
            purpose.Property(one => one.Id).ValueGeneratedNever();
            purpose.Property(one => one.Code).HasMaxLength(40).IsUnicode(false);
            purpose.Property(one => one.Name).HasMaxLength(50);
            purpose.Property(one => one.Fields).HasMaxLength(200).IsUnicode(false);
            purpose.Property(one => one.Departments).HasMaxLength(400).IsUnicode(false);
            purpose.Property(one => one.Basis).HasMaxLength(400);
            purpose.HasIndex(one => new { one.Code, one.From }).IsUnique();
        });
    }

    private static void AsJson<T>(this PropertyBuilder<T> property)
        where T : class => property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default).Length));
}
