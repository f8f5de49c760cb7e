using Fupin.Persistence;
using Fupin.Registration.Identification;
using Fupin.Registration.Identification.Attachments;
using Fupin.Registration.Identification.Objections;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of identification (识别).</summary>
internal static class IdentificationMapping
{
    public static void MapIdentification(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<CaseBatch>(batch =>
        {
            batch.ToTable("CaseBatches").HasScope(db);
            batch.Property(one => one.Id).ValueGeneratedNever();
            // Of two replicas that open a village's next batch in the same moment, one saves.
            batch.HasIndex(one => new { one.Village, one.Year, one.Serial }).IsUnique();
            batch.HasMany(one => one.Cases).WithOne().HasForeignKey(one => one.BatchId).OnDelete(DeleteBehavior.Restrict);
            batch.HasMany(one => one.Meetings).WithOne().HasForeignKey(one => one.BatchId).OnDelete(DeleteBehavior.Restrict);
            batch.HasMany(one => one.Notices).WithOne().HasForeignKey(one => one.BatchId).OnDelete(DeleteBehavior.Restrict);
            batch.HasMany(one => one.Draws).WithOne().HasForeignKey(one => one.BatchId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<IdentificationCase>(one =>
        {
            one.ToTable("IdentificationCases").HasScope(db);
            one.Property(@case => @case.Id).ValueGeneratedNever();
            one.HasIndex(@case => new { @case.BatchId, @case.Number }).IsUnique();
            // A household has one case under way: the next attempt starts only when the one before is closed.
            one.HasIndex(@case => new { @case.HouseholdId, @case.Attempt }).IsUnique();
            one.HasIndex(@case => new { @case.Village, @case.State });
            one.HasMany(@case => @case.Steps).WithOne().HasForeignKey(step => step.CaseId).OnDelete(DeleteBehavior.Restrict);
            one.HasMany(@case => @case.Objections).WithOne().HasForeignKey(objection => objection.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CaseStep>(step =>
        {
            step.ToTable("CaseSteps");
            step.Property(one => one.Id).ValueGeneratedNever();
            step.Property(one => one.OfficerName).HasMaxLength(100);
            step.HasIndex(one => new { one.CaseId, one.Order });
        });
        model.Entity<Objection>(objection =>
        {
            objection.ToTable(Objection.Table);
            objection.Property(one => one.Id).ValueGeneratedNever();
            objection.Property(one => one.AnsweredBy).HasMaxLength(100);
            objection.HasIndex(one => new { one.CaseId, one.Number });
        });
        model.Entity<ReviewMeeting>(meeting =>
        {
            meeting.ToTable(ReviewMeeting.Table);
            meeting.Property(one => one.Id).ValueGeneratedNever();
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("Notices");
            notice.Property(one => one.Id).ValueGeneratedNever();
            notice.Property(one => one.Place).HasMaxLength(200);
            notice.HasIndex(one => one.PhotoId);
        });
        model.Entity<SampleDraw>(draw =>
        {
            draw.ToTable("SampleDraws");
            draw.Property(one => one.Id).ValueGeneratedNever();
            draw.Property(one => one.Seed).HasMaxLength(32).IsUnicode(false);
            draw.Property(one => one.Rate).HasMaxLength(20).IsUnicode(false);
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable(Attachment.Table).HasScope(db);
            attachment.Property(one => one.Id).ValueGeneratedNever();
            attachment.Property(one => one.ContentType).HasMaxLength(40).IsUnicode(false);
            attachment.Property(one => one.ContentHash).HasMaxLength(64).IsUnicode(false);
            attachment.Property(one => one.OfficerName).HasMaxLength(100);
            attachment.HasIndex(one => one.ContentHash);
            attachment.HasIndex(one => one.BatchId);
            attachment.HasOne(one => one.Content).WithOne().HasForeignKey<AttachmentContent>(content => content.Id).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AttachmentContent>(content =>
        {
            content.ToTable("AttachmentContents");
            content.Property(one => one.Id).ValueGeneratedNever();
        });
        model.Entity<AttachmentReading>(reading =>
        {
            reading.ToTable("AttachmentReadings");
            reading.Property(one => one.Id).ValueGeneratedNever();
            reading.Property(one => one.OfficerName).HasMaxLength(100);
            reading.HasIndex(one => one.AttachmentId);
        });
        model.Entity<IdentificationParameter>(parameter =>
        {
            parameter.ToTable("IdentificationParameters");
            parameter.Property(one => one.Id).ValueGeneratedNever();
            parameter.Property(one => one.Name).HasMaxLength(40).IsUnicode(false);
            parameter.Property(one => one.Value).HasMaxLength(100);
            parameter.Property(one => one.Basis).HasMaxLength(400);
            parameter.HasIndex(one => new { one.Name, one.From }).IsUnique();
        });
    }
}
