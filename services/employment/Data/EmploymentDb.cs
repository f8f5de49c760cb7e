using Fupin.Aid;
using Fupin.Employment.Loans;
using Fupin.Employment.PublicPosts;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Employment.Data;

internal abstract class EmploymentDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public DbSet<Loan> Loans => Set<Loan>();

    public DbSet<PublicPost> PublicPosts => Set<PublicPost>();

    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.Entity<Loan>(row =>
        {
            row.ToTable("Loans").HasKey(loan => loan.Id);
            row.HasIndex(loan => loan.ContractNo).IsUnique();
            row.HasIndex(loan => loan.HouseholdId);
            row.Property(loan => loan.Bank).HasMaxLength(60);
            row.Property(loan => loan.ContractNo).HasMaxLength(60);
            row.Ignore(loan => loan.IsShort);
            row.HasScope(this);
        });
        modelBuilder.Entity<PublicPost>(row =>
        {
            row.ToTable("PublicPosts").HasKey(post => post.Id);
            row.HasIndex(post => new { post.MemberId, post.From }).IsUnique();
            row.HasIndex(post => post.HouseholdId);
            row.Property(post => post.Title).HasMaxLength(60);
            row.HasScope(this);
        });
    }
}

internal sealed class SqliteEmploymentDb(DbContextOptions<SqliteEmploymentDb> options, CurrentScope scope) : EmploymentDb(options, scope);

internal sealed class SqlServerEmploymentDb(DbContextOptions<SqlServerEmploymentDb> options, CurrentScope scope) : EmploymentDb(options, scope);
