using System.Linq.Expressions;
using System.Text.Json;
using Fupin.Aid.Approvals;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fupin.Aid;

/// <summary>The tables of an aid desk, part of each department's own database (救助业务表).</summary>
public static class AidTables
{
    /// <summary>Adds household files, sets, approvals, parameters, data requests, imports and the work list of records to a model.</summary>
    public static void AddAidTables(this ModelBuilder modelBuilder, IScopedDb db)
    {
        modelBuilder.Entity<HouseholdFile>(row =>
        {
            row.ToTable("HouseholdFiles").HasKey(file => file.HouseholdId);
            row.Property(file => file.HouseholdId).ValueGeneratedNever();
            row.HasJson(file => file.Facts);
            row.HasJson(file => file.Standings);
            row.HasJson(file => file.Kin);
            row.HasIndex(file => file.Village);
            row.Ignore(file => file.HasLeft);
            row.HasScope(db);
        });
        modelBuilder.Entity<FactsOfMonth>(row =>
        {
            row.ToTable("FactsOfMonths").HasKey(facts => new { facts.HouseholdId, facts.Month });
            row.HasJson(facts => facts.Facts);
            row.HasScope(db);
        });
        modelBuilder.Entity<LateTelling>(row =>
        {
            row.ToTable("LateTellings").HasKey(late => late.HouseholdId);
            row.Property(late => late.HouseholdId).ValueGeneratedNever();
            row.HasScope(db);
        });
        modelBuilder.Entity<OpenedMonth>().ToTable("OpenedMonths").HasKey(opened => opened.Month);
        modelBuilder.Entity<AidSet>(row =>
        {
            row.ToTable("AidSets").HasKey(set => new { set.HouseholdId, set.Month });
            row.HasJson(set => set.Counted);
            row.HasIndex(set => new { set.Month, set.DecidedWith });
            row.HasMany(set => set.Items).WithOne().HasForeignKey(item => new { item.HouseholdId, item.Month }).OnDelete(DeleteBehavior.Cascade);
            row.HasScope(db);
        });
        modelBuilder.Entity<AidItem>(row =>
        {
            row.ToTable("AidItems").HasKey(item => item.Sequence);
            row.Property(item => item.Sequence).ValueGeneratedOnAdd();
            row.HasIndex(item => item.ItemId).IsUnique();
            row.HasIndex(item => new { item.Month, item.State, item.Sequence });
            row.HasIndex(item => new { item.HouseholdId, item.Month });
            row.HasIndex(item => item.ApprovalId);
            row.HasIndex(item => item.Overpayment);
            row.HasIndex(item => new { item.State, item.ProposedOn });
            row.Property(item => item.Policy).HasMaxLength(10).IsUnicode(false);
            row.Property(item => item.Period).HasMaxLength(10).IsUnicode(false);
            row.Property(item => item.Claim).HasMaxLength(60);
            row.Property(item => item.ParameterVersion).HasMaxLength(20).IsUnicode(false);
            row.Property(item => item.OverpaymentReason).HasMaxLength(500);
            row.Ignore(item => item.ParameterNumber);
            row.HasJson(item => item.Trace);
            row.HasJson(item => item.Reductions);
            row.HasJson(item => item.Offsets);
            row.Ignore(item => item.Undecided);
            row.HasScope(db);
        });
        modelBuilder.Entity<Offset>(row =>
        {
            row.ToTable("Offsets").HasKey(offset => offset.ItemId);
            row.Property(offset => offset.ItemId).ValueGeneratedNever();
            row.HasIndex(offset => offset.HouseholdId);
            row.Property(offset => offset.Policy).HasMaxLength(10).IsUnicode(false);
            row.Property(offset => offset.Period).HasMaxLength(10).IsUnicode(false);
            row.HasScope(db);
        });
        modelBuilder.Entity<Approval>(row =>
        {
            row.ToTable("Approvals").HasKey(approval => approval.Id);
            row.HasIndex(approval => new { approval.State, approval.ApprovedAtUtc });
            row.Property(approval => approval.ApprovedByName).HasMaxLength(60);
            row.Property(approval => approval.ClosedByName).HasMaxLength(60);
            row.Property(approval => approval.Reason).HasMaxLength(500);
            row.HasScope(db);
        });
        modelBuilder.Entity<ParameterRow>(row =>
        {
            row.ToTable("Parameters").HasKey(parameter => parameter.Id);
            row.HasIndex(parameter => parameter.Number).IsUnique();
            row.HasIndex(parameter => new { parameter.Name, parameter.From });
            row.Property(parameter => parameter.Name).HasMaxLength(60).IsUnicode(false);
            row.Property(parameter => parameter.Label).HasMaxLength(200);
            row.Property(parameter => parameter.Value).HasMaxLength(200).IsUnicode(false);
            row.Property(parameter => parameter.Unit).HasMaxLength(20);
            row.Property(parameter => parameter.Basis).HasMaxLength(200);
        });
        modelBuilder.Entity<DataRequest>(row =>
        {
            row.ToTable("DataRequests").HasKey(request => request.Id);
            row.HasIndex(request => request.AtUtc);
            row.Property(request => request.Purpose).HasMaxLength(40).IsUnicode(false);
            row.Property(request => request.Case).HasMaxLength(80);
            row.Property(request => request.Reason).HasMaxLength(500);
            row.Property(request => request.Fields).HasMaxLength(400).IsUnicode(false);
            row.HasScope(db);
        });
        modelBuilder.MapRecords(db);
    }

    // Values that are only ever replaced whole and never queried by their parts stand in one column, in the form of the events.
    private static void HasJson<TRow, TValue>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, TValue>> property)
        where TRow : class => row.Property(property).HasConversion(
            value => JsonSerializer.Serialize(value, EventCatalog.Json),
            json => JsonSerializer.Deserialize<TValue>(json, EventCatalog.Json)!,
            new ValueComparer<TValue>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
}
