using Fupin.Registration.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of imports (导入). An import is its officer's own and is looked up by officer, not by region.</summary>
internal static class ImportMapping
{
    public static void MapImports(this ModelBuilder model)
    {
        model.Entity<ImportJob>(job =>
        {
            job.ToTable(ImportJob.Table);
            job.Property(one => one.Id).ValueGeneratedNever();
            job.Property(one => one.OfficerName).HasMaxLength(100);
            job.Property(one => one.TraceParent).HasMaxLength(60).IsUnicode(false);
            job.Property(one => one.Owner).HasMaxLength(80).IsUnicode(false);
            job.HasIndex(one => new { one.OfficerId, one.Id });
            job.HasIndex(one => new { one.State, one.LeaseUntilUtc });
            job.HasIndex(one => one.KeptUntil);
        });
        model.Entity<ImportFinding>(finding =>
        {
            finding.ToTable("ImportFindings");
            finding.Property(one => one.Id).ValueGeneratedNever();
            finding.Property(one => one.Header).HasMaxLength(50);
            finding.Property(one => one.Check).HasMaxLength(20).IsUnicode(false);
            finding.Property(one => one.Text).HasMaxLength(200);
            finding.HasIndex(one => new { one.ImportId, one.Order });
            finding.HasOne<ImportJob>().WithMany().HasForeignKey(one => one.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CheckRule>(rule =>
        {
            rule.ToTable("CheckRules");
            rule.Property(one => one.Id).ValueGeneratedNever();
            rule.Property(one => one.Check).HasMaxLength(20).IsUnicode(false);
            rule.Property(one => one.Text).HasMaxLength(200);
            rule.Property(one => one.Basis).HasMaxLength(400);
            rule.HasIndex(one => new { one.Check, one.From }).IsUnique();
        });
    }
}
