using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Accounts;
using Fupin.Registration.Changes;
using Fupin.Registration.Contradictions;
using Fupin.Registration.DataUse;
using Fupin.Registration.Dci.Partners;
using Fupin.Registration.Dci.Subscriptions;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Identification.Attachments;
using Fupin.Registration.Imports;
using Fupin.Registration.Incomes;
using Fupin.Registration.Stacking;
using Fupin.Registration.WhatIf;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The database of registration (农工办). Rows of a village are seen and written only inside the current scope.</summary>
internal abstract class RegistrationDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    public CurrentScope Scope { get; } = scope;

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<DivisionAlias> DivisionAliases => Set<DivisionAlias>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<HouseholdMember> Members => Set<HouseholdMember>();

    public DbSet<IncomeSheet> IncomeSheets => Set<IncomeSheet>();

    public DbSet<IncomeItemRule> IncomeItemRules => Set<IncomeItemRule>();

    public DbSet<RegistrationParameter> RegistrationParameters => Set<RegistrationParameter>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<Purpose> Purposes => Set<Purpose>();

    public DbSet<ImportJob> Imports => Set<ImportJob>();

    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();

    public DbSet<CheckRule> CheckRules => Set<CheckRule>();

    public DbSet<CaseBatch> Batches => Set<CaseBatch>();

    public DbSet<IdentificationCase> Cases => Set<IdentificationCase>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachmentReading> AttachmentReadings => Set<AttachmentReading>();

    public DbSet<IdentificationParameter> IdentificationParameters => Set<IdentificationParameter>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<StackingRuleRow> StackingRules => Set<StackingRuleRow>();

    public DbSet<AidAccount> AidAccounts => Set<AidAccount>();

    public DbSet<DciPartner> DciPartners => Set<DciPartner>();

    public DbSet<DciSubscription> DciSubscriptions => Set<DciSubscription>();

    public DbSet<DciChange> DciChanges => Set<DciChange>();

    public DbSet<DciDelivery> DciDeliveries => Set<DciDelivery>();

    public DbSet<AccountEntry> AccountEntries => Set<AccountEntry>();

    public DbSet<PersonStateRow> PersonStates => Set<PersonStateRow>();

    public DbSet<Contradiction> Contradictions => Set<Contradiction>();

    public DbSet<Lineage> Lineages => Set<Lineage>();

    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();

    public DbSet<MemberDeparture> Departures => Set<MemberDeparture>();

    public DbSet<WhatIfRun> WhatIfRuns => Set<WhatIfRun>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.MapHouseholds(this);
        modelBuilder.MapImports();
        modelBuilder.MapIdentification(this);
        modelBuilder.MapStacking(this);
        modelBuilder.MapDci();
        modelBuilder.MapChanges(this);
        modelBuilder.MapContradictions(this);
    }
}
