using System.Linq.Expressions;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Persistence;

/// <summary>A row that belongs to a village (按辖区隔离的数据).</summary>
public interface IScoped
{
    /// <summary>The village the row belongs to (行政村).</summary>
    DivisionCode Village { get; }
}

/// <summary>A context whose rows are seen and written only inside the current scope.</summary>
public interface IScopedDb
{
    /// <summary>The scope of the current request or job.</summary>
    CurrentScope Scope { get; }
}

/// <summary>
/// The part of the country whose rows may be read and written now (数据范围): the officer's region during a request, everything
/// for consumers and background work that say so, and nothing otherwise — no scope means no rows.
/// </summary>
public sealed class CurrentScope(IHttpContextAccessor http)
{
    private static readonly DivisionCode First = DivisionCode.Parse("000000000000");
    private static readonly DivisionCode Last = DivisionCode.Parse("999999999999");

    private DivisionCode? entered;

    /// <summary>Whether everything may be seen, because no person is looking.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>The region; null means none at all.</summary>
    public DivisionCode? Region => entered ?? OfficerRegion();

    /// <summary>The lowest village code inside the scope.</summary>
    public DivisionCode Low => IsSystem ? First : Region ?? Last;

    /// <summary>The highest village code inside the scope; below <see cref="Low"/> when there is no scope.</summary>
    public DivisionCode High => IsSystem ? Last : Region?.LastInside ?? First;

    /// <summary>Opens everything, for consumers and background work. Never call it while answering a person.</summary>
    public void EnterSystem() => IsSystem = true;

    /// <summary>Narrows background work to the region of the officer on whose behalf it runs.</summary>
    public void Enter(DivisionCode region) => entered = region;

    /// <summary>Whether a village lies inside the scope.</summary>
    public bool Covers(DivisionCode village) => IsSystem || (Region is { } region && village.IsWithin(region));

    private DivisionCode? OfficerRegion() =>
        http.HttpContext?.RequestServices.GetService<CurrentOfficer>() is { IsSignedIn: true } officer ? officer.Region : null;
}

/// <summary>Scope filters for reading (查询范围过滤).</summary>
public static class ScopeFilter
{
    /// <summary>The name of the query filter.</summary>
    public const string Name = "scope";

    /// <summary>Lets queries see only rows inside the context's current scope, compared as a range of whole codes.</summary>
    public static void HasScope<TEntity>(this Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TEntity> entity, IScopedDb db)
        where TEntity : class, IScoped
    {
        // Written as an expression over the context, so that each context instance asks its own scope at each query.
        Expression<Func<TEntity, bool>> within = row => row.Village >= db.Scope.Low && row.Village <= db.Scope.High;
        entity.HasQueryFilter(Name, (Expression<Func<TEntity, bool>>)new CapturedContext(db).Visit(within));
    }

    // Turns the captured variable into the constant that EF Core replaces by the context at hand.
    private sealed class CapturedContext(IScopedDb db) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Type == typeof(IScopedDb) ? Expression.Constant(db, db.GetType()) : base.VisitMember(node);
    }
}

/// <summary>A write outside the officer's scope (越权写入); it shows as if the row did not exist.</summary>
public sealed class OutOfScopeException() : RefusedException(SystemErrors.NotFound);

internal sealed class WriteScope : SaveChangesInterceptor
{
    public static readonly WriteScope Instance = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext db)
    {
        if (db is not IScopedDb { Scope: var scope } || scope.IsSystem) return;
        foreach (var entry in db.ChangeTracker.Entries<IScoped>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            // Both where the row was and where it goes must be inside: a household cannot be moved out of sight.
            var was = entry.State == EntityState.Added ? entry.Entity.Village : entry.OriginalValues.GetValue<DivisionCode>(nameof(IScoped.Village));
            if (!scope.Covers(entry.Entity.Village) || !scope.Covers(was)) throw new OutOfScopeException();
        }
    }
}
