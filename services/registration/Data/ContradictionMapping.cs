using Fupin.Persistence;
using Fupin.Registration.Contradictions;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

/// <summary>The tables of states of people and of contradictions (人员状态、数据矛盾).</summary>
internal static class ContradictionMapping
{
    public static void MapContradictions(this ModelBuilder model, IScopedDb db)
    {
        model.Entity<PersonStateRow>(state =>
        {
            state.ToTable("PersonStates").HasScope(db);
            state.Property(one => one.Id).ValueGeneratedNever();
            state.Property(one => one.Department).HasMaxLength(40).IsUnicode(false);
            state.Property(one => one.Source).HasMaxLength(80).IsUnicode(false);
            state.HasIndex(one => new { one.Department, one.Source }).IsUnique();
            state.HasIndex(one => one.MemberId);
        });
        model.Entity<Contradiction>(contradiction =>
        {
            contradiction.ToTable("Contradictions").HasScope(db);
            contradiction.Property(one => one.Id).ValueGeneratedNever();
            contradiction.Property(one => one.Kind).HasMaxLength(20).IsUnicode(false);
            contradiction.Property(one => one.FirstKey).HasMaxLength(121).IsUnicode(false);
            contradiction.Property(one => one.SecondKey).HasMaxLength(121).IsUnicode(false);
            contradiction.Property(one => one.FirstDepartment).HasMaxLength(40).IsUnicode(false);
            contradiction.Property(one => one.SecondDepartment).HasMaxLength(40).IsUnicode(false);
            contradiction.Property(one => one.Owner).HasMaxLength(40).IsUnicode(false);
            contradiction.Property(one => one.Reply).HasMaxLength(500);
            contradiction.Property(one => one.RepliedByName).HasMaxLength(100);
            contradiction.Property(one => one.Reason).HasMaxLength(500);
            contradiction.Property(one => one.ClosedByName).HasMaxLength(100);
            contradiction.Ignore(one => one.IsOpen);
            contradiction.HasIndex(one => new { one.MemberId, one.Kind, one.FirstKey, one.SecondKey }).IsUnique();
            contradiction.HasIndex(one => new { one.Outcome, one.DueOn });
        });
    }
}
