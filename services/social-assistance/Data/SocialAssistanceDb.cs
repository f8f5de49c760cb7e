using Fupin.Aid;
using Fupin.Aid.Records;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.SocialAssistance.Records;
using Microsoft.EntityFrameworkCore;

namespace Fupin.SocialAssistance.Data;

internal abstract class SocialAssistanceDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.AddRecords(this, SocialAssistanceRecords.All);
    }
}

internal sealed class SqliteSocialAssistanceDb(DbContextOptions<SqliteSocialAssistanceDb> options, CurrentScope scope)
    : SocialAssistanceDb(options, scope);

internal sealed class SqlServerSocialAssistanceDb(DbContextOptions<SqlServerSocialAssistanceDb> options, CurrentScope scope)
    : SocialAssistanceDb(options, scope);
