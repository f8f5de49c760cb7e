using Fupin.Gateway.Sessions;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Gateway.Data;

internal abstract class GatewayDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Session> Sessions => Set<Session>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Session>(row =>
    {
        row.ToTable("Sessions").HasKey(session => session.Id);
        row.Property(session => session.Id).HasMaxLength(64).IsUnicode(false);
        row.HasIndex(session => session.ExpiresAtUtc);
    });
}
