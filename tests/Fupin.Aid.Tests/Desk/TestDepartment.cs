using System.Globalization;
using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records;
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
        new Policy("T4", OnceAYear),
        new Policy("T5", ForTheYoung));

    private static void PerMember(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var member in aidCase.Members) decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, parameters.Money("T1.amount"))?.Parameter("T1.amount");
    }

    private static void Difference(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var (standard, counted) = (parameters.Money("T2.standard"), aidCase.CountedIn(IncomeView.MeansTest));
        if (standard <= counted) decisions.Not()?.Line("T2.not.income");
        else decisions.Give(null, aidCase.Period, AidNature.Cash, standard - counted)?.Line("T2.difference", standard, counted, standard - counted);
    }

    private static void PerClaim(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var record in aidCase.Records.Of<TestRecord>())
        {
            decisions.Give(null, aidCase.Period, AidNature.Reimbursement, record.Amount, record.ClaimNo, record.Amount)?.Line("T3.claim", record.Amount);
        }

        foreach (var record in aidCase.Records.Of<TestMemberRecord>())
        {
            decisions.Give(record.MemberId, aidCase.Period, AidNature.Reimbursement, record.Amount, record.ClaimNo, record.Amount)?.Line("T3.claim", record.Amount);
        }
    }

    private static void OnceAYear(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var year = aidCase.Month.Year.ToString(CultureInfo.InvariantCulture);
        if (!aidCase.AlreadyGiven("T4", null, year)) decisions.Give(null, year, AidNature.Cash, parameters.Money("T4.amount"))?.Parameter("T4.amount");
    }

    // By the month, under sixteen, while its parameter lasts.
    private static void ForTheYoung(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        foreach (var member in aidCase.Members)
        {
            if (!member.Age.Under(16)) decisions.Not(member.MemberId)?.Line("T5.not.age");
            else if (parameters.Find("T5.amount") is null) decisions.Not(member.MemberId)?.Line("T5.not.ended");
            else decisions.Give(member.MemberId, aidCase.Period, AidNature.Cash, parameters.Money("T5.amount"))?.Parameter("T5.amount");
        }
    }
}

internal class TestRecord : IHouseholdRow
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid HouseholdId { get; init; }

    public DivisionCode Village { get; init; }

    public required string ClaimNo { get; init; }

    public Money Amount { get; init; }
}

internal sealed class TestMemberRecord : TestRecord, IMemberRow
{
    public Guid MemberId { get; init; }
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
        modelBuilder.AddRecords(this, TestKinds.All);
        modelBuilder.Entity<TestRecord>().HasScope(this);
        modelBuilder.Entity<TestMemberRecord>();
    }
}

internal sealed class SqliteTestAidDb(DbContextOptions<SqliteTestAidDb> options, CurrentScope scope) : TestAidDb(options, scope);

internal sealed class SqlServerTestAidDb(DbContextOptions<SqlServerTestAidDb> options, CurrentScope scope) : TestAidDb(options, scope);
