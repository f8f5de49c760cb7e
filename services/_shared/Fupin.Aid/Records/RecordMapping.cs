using Fupin.Aid.Records.Imports;
using Fupin.Aid.Records.Unmatched;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Records;

/// <summary>The tables of imports and of the work list (记录导入、待核对清单). An import is its officer's own and is looked up by officer, not by region.</summary>
internal static class RecordMapping
{
    public static void MapRecords(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<RecordImport>(job =>
        {
            job.ToTable(RecordImport.Table);
            job.Property(one => one.Id).ValueGeneratedNever();
            job.Property(one => one.Kind).HasMaxLength(40).IsUnicode(false);
            job.Property(one => one.OfficerName).HasMaxLength(100);
            job.Property(one => one.TraceParent).HasMaxLength(60).IsUnicode(false);
            job.Property(one => one.Owner).HasMaxLength(80).IsUnicode(false);
            job.HasIndex(one => new { one.OfficerId, one.Kind, one.Id });
            job.HasIndex(one => new { one.State, one.LeaseUntilUtc });
            job.HasIndex(one => one.KeptUntil);
        });
        model.Entity<RecordImportFinding>(finding =>
        {
            finding.ToTable("RecordImportFindings");
            finding.Property(one => one.Id).ValueGeneratedNever();
            finding.Property(one => one.Header).HasMaxLength(50);
            finding.Property(one => one.Check).HasMaxLength(20).IsUnicode(false);
            finding.Property(one => one.Text).HasMaxLength(300);
            finding.HasIndex(one => new { one.ImportId, one.Order });
            finding.HasOne<RecordImport>().WithMany().HasForeignKey(one => one.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<UnmatchedRecord>(record =>
        {
            record.ToTable(UnmatchedRecord.Table);
            record.Property(one => one.Id).ValueGeneratedNever();
            record.Property(one => one.Kind).HasMaxLength(40).IsUnicode(false);
            record.Property(one => one.Fingerprint).HasMaxLength(64).IsUnicode(false);
            record.Property(one => one.EnteredByName).HasMaxLength(100);
            record.Property(one => one.ClosedByName).HasMaxLength(100);
            record.Property(one => one.Why).HasMaxLength(500);
            record.HasIndex(one => one.Fingerprint).IsUnique();
            record.HasIndex(one => new { one.State, one.Id });
            record.HasIndex(one => one.HouseholdId);
            record.HasScope(db);
        });
    }
}
