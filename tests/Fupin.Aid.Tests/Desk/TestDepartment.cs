using System.Globalization;
using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Aid.Tests.Desk;

/// <summary>A department that exists only here, with one policy of each kind the desk has to cope with.</summary>
internal static class TestPolicies
{
    public static readonly PolicyBook Book = PolicyBook.Of(
        "test-aid",
        typeof(TestPolicies).Assembly,
        new Policy("T1", PerMember),
        new Policy("T2", Difference, IncomeView.MeansTest),
        new Policy("T3", PerClaim),
        new Policy("T4", OnceAYear));

    private static IEnumerable<Decision> PerMember(AidCase aidCase, PolicyParameters parameters) => aidCase.Facts.Members.Select(member =>
        new Decision(member.MemberId, aidCase.Month.ToString(), AidNature.Cash, parameters.Money("T1.amount"), [parameters.Line("T1.amount")]));

    private static IEnumerable<Decision> Difference(AidCase aidCase, PolicyParameters parameters)
    {
        var (standard, counted) = (parameters.Money("T2.standard"), aidCase.CountedIn(IncomeView.MeansTest));
        if (standard <= counted) yield break;
        yield return new Decision(
            null, aidCase.Month.ToString(), AidNature.Cash, standard - counted, [parameters.Line("T2.difference", standard, counted, standard - counted)]);
    }

    private static IEnumerable<Decision> PerClaim(AidCase aidCase, PolicyParameters parameters) => aidCase.Records.Of<TestRecord>().Select(record =>
        new Decision(null, aidCase.Month.ToString(), AidNature.Reimbursement, record.Amount, [parameters.Line("T3.claim", [record.Amount])], record.ClaimNo, record.Amount));

    private static IEnumerable<Decision> OnceAYear(AidCase aidCase, PolicyParameters parameters)
    {
        var year = aidCase.Month.Year.ToString(CultureInfo.InvariantCulture);
        if (!aidCase.AlreadyGiven("T4", null, year)) yield return new Decision(null, year, AidNature.Cash, parameters.Money("T4.amount"), [parameters.Line("T4.amount")]);
    }
}

internal sealed class TestRecord : IHouseholdRow
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; init; }

    public required string ClaimNo { get; init; }

    public Money Amount { get; init; }
}

internal sealed class TestRecords(TestAidDb db) : IOwnRecords
{
    public async Task<ILookup<Guid, object>> OfAsync(IReadOnlyCollection<Guid> households, AidMonth month, CancellationToken ct)
    {
        var records = await db.Set<TestRecord>().WithUnsavedAsync(db, record => households.Contains(record.HouseholdId), ct);
        return records.ToLookup(record => record.HouseholdId, object (record) => record);
    }
}

internal abstract class TestAidDb(DbContextOptions options, CurrentScope scope) : DbContext(options), IScopedDb
{
    CurrentScope IScopedDb.Scope => scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseFupinValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddAidTables(this);
        modelBuilder.Entity<TestRecord>().HasScope(this);
    }
}

internal sealed class SqliteTestAidDb(DbContextOptions<SqliteTestAidDb> options, CurrentScope scope) : TestAidDb(options, scope);

internal sealed class SqlServerTestAidDb(DbContextOptions<SqlServerTestAidDb> options, CurrentScope scope) : TestAidDb(options, scope);
