using Fupin.Identity.Officers;
using Fupin.Identity.SignIn;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.Data;

// Officers are not rows of a village: a district officer keeps those of the own region, which the use cases check.
internal abstract class IdentityDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<SignInCount> SignInCounts => Set<SignInCount>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<Officer>(row =>
        {
            row.ToTable("Officers").HasKey(officer => officer.Id);
            row.Property(officer => officer.Id).ValueGeneratedNever();
            row.HasIndex(officer => officer.Login).IsUnique();
            row.Property(officer => officer.Login).HasMaxLength(Officer.LongestLogin).IsUnicode(false);
            row.Property(officer => officer.Name).HasMaxLength(50);
            row.Property(officer => officer.Department).HasMaxLength(40).IsUnicode(false);
            row.Property(officer => officer.PasswordHash).HasMaxLength(200).IsUnicode(false);
        });
        modelBuilder.Entity<SignInCount>(row =>
        {
            row.ToTable("SignInCounts").HasKey(count => count.Login);
            row.Property(count => count.Login).HasMaxLength(Officer.LongestLogin);
            row.HasIndex(count => count.LastAtUtc);
        });
    }
}
