using Fupin.Persistence;
using Fupin.Registration.Accounts;
using Fupin.Registration.Stacking;
using Fupin.Registration.WhatIf;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of stacking rules and aid accounts (叠加规则、一户一账).</summary>
internal static class StackingMapping
{
    public static void MapStacking(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<StackingRuleRow>(row =>
        {
            row.ToTable("StackingRules");
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Code).HasMaxLength(20).IsUnicode(false);
            row.HasIndex(one => one.Code);
            row.Ignore(one => one.Rule);
        });
        model.Entity<WhatIfRun>(row =>
        {
            row.ToTable("WhatIfRuns");
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.OfficerName).HasMaxLength(60);
            row.Property(one => one.Reason).HasMaxLength(500);
            row.HasIndex(one => new { one.Region, one.StartedAtUtc });
            row.Ignore(one => one.Request).Ignore(one => one.Result);
        });
        model.Entity<AidAccount>(row =>
        {
            row.ToTable("AidAccounts").HasScope(db);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => new { one.HouseholdId, one.Month }).IsUnique();
            row.HasIndex(one => new { one.Village, one.Month });
            row.Ignore(one => one.Sets).Ignore(one => one.Result);
            row.HasMany(one => one.Entries).WithOne().HasForeignKey(entry => entry.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccountEntry>(row =>
        {
            row.ToTable("AccountEntries").HasScope(db);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => one.AccountId);
            row.HasIndex(one => one.SourceId).IsUnique();
            row.Ignore(one => one.Lines);
        });
    }
}
