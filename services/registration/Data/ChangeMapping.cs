using Fupin.Persistence;
using Fupin.Registration.Accounts;
using Fupin.Registration.Changes;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of changes of the register (名册变更).</summary>
internal static class ChangeMapping
{
    public static void MapChanges(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<RegisterChange>(change =>
        {
            change.ToTable("RegisterChanges").HasScope(db);
            change.Property(one => one.Id).ValueGeneratedNever();
            change.Property(one => one.Reason).HasMaxLength(200);
            change.Property(one => one.Note).HasMaxLength(200);
            change.Property(one => one.EnteredByName).HasMaxLength(100);
            change.Property(one => one.DecidedByName).HasMaxLength(100);
            change.Ignore(one => one.Content).Ignore(one => one.Permission);
            change.HasIndex(one => new { one.HouseholdId, one.State });
            change.HasIndex(one => new { one.State, one.EnteredAtUtc });
        });
        model.Entity<MemberDeparture>(departure =>
        {
            departure.ToTable("MemberDepartures").HasScope(db);
            departure.Property(one => one.Id).ValueGeneratedNever();
            departure.Property(one => one.IdIndex).HasMaxLength(64).IsUnicode(false);
            departure.Property(one => one.Reason).HasMaxLength(2).IsUnicode(false);
            departure.Property(one => one.OfficerName).HasMaxLength(100);
            departure.HasIndex(one => one.IdIndex);
            departure.HasIndex(one => one.HouseholdId);
        });
        model.Entity<Lineage>(line =>
        {
            line.ToTable("Lineages").HasScope(db);
            line.Property(one => one.Id).ValueGeneratedNever();
            line.Ignore(one => one.Members);
            line.HasIndex(one => one.HouseholdId);
            line.HasIndex(one => one.FromHouseholdId);
        });
    }
}
