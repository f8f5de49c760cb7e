using Fupin.Audit.Trail;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Data;

internal abstract class AuditDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public CurrentScope Scope { get; } = scope;

    public DbSet<TrailEntry> Entries => Set<TrailEntry>();

    public DbSet<ChainHead> Heads => Set<ChainHead>();

    public DbSet<HouseholdPlace> Places => Set<HouseholdPlace>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<TrailEntry>(row =>
        {
            row.ToTable("TrailEntries", table => table.HasTrigger("TrailEntries_append_only")).HasKey(entry => entry.Sequence);
            row.HasScope(this);
            row.Property(entry => entry.Sequence).ValueGeneratedNever();
            row.HasIndex(entry => entry.EventId).IsUnique();
            row.HasIndex(entry => new { entry.HouseholdId, entry.Sequence });
            row.HasIndex(entry => new { entry.Village, entry.Sequence });
            row.Property(entry => entry.Event).HasMaxLength(100).IsUnicode(false);
            row.Property(entry => entry.Department).HasMaxLength(40).IsUnicode(false);
            row.Property(entry => entry.PreviousHash).HasMaxLength(64).IsUnicode(false);
            row.Property(entry => entry.Hash).HasMaxLength(64).IsUnicode(false);
        });
        modelBuilder.Entity<ChainHead>(row =>
        {
            row.ToTable("ChainHeads").HasKey(head => head.Id);
            row.Property(head => head.Id).ValueGeneratedNever();
            row.Property(head => head.Hash).HasMaxLength(64).IsUnicode(false);
            row.HasData(new ChainHead { Id = 1 });
        });
        modelBuilder.Entity<HouseholdPlace>(row =>
        {
            row.ToTable("HouseholdPlaces").HasKey(place => place.HouseholdId);
            row.HasScope(this);
        });
    }
}
