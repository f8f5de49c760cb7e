using System.Security.Claims;
using System.Text.Json;
using Fupin.Aid.Approvals;
using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Aid.Proposals.Candidates;
using Fupin.Aid.Reasons;
using Fupin.Aid.Records;
using Fupin.Aid.Trials;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fupin.Aid.Tests.Desk;

/// <summary>The desk of the test department over a database file of its own; what it tells is read from its outbox.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    public static readonly DivisionCode Village = DivisionCode.Parse("320412110207");
    public static readonly DivisionCode OtherVillage = DivisionCode.Parse("320412114200");
    private static readonly DateTimeOffset March = new(2016, 3, 21, 1, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("fupin-aid-").FullName;
    private readonly WebApplication app;

    public TestDesk()
    {
        app = Build();
        using var scope = SystemScope();
        scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; } = new(March);

    public async Task SeedAsync() => await InScopeAsync(services => services.GetServices<IMigrateStep>().Single().RunAsync(services, CancellationToken.None));

    public static HouseholdFacts Facts(int members = 1, DivisionCode? village = null, int from = 1) => new(
        village ?? Village,
        HouseholdAttribute.Ordinary,
        PovertyCause.Illness,
        [.. Enumerable.Range(0, members).Select(index => new MemberFacts(
            Member(from + index), index == 0, AgeBand.Of(45), Sex.Male, [HealthStatus.Healthy], null, null, LabourAbility.Ordinary, null, null, null, 0, Money.Zero))],
        new IncomeFacts(2015, Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero, new Dictionary<IncomeView, Money>()));

    public static Guid Member(int number) => new(number, 0, 0, new byte[8]);

    public Task HearAsync(MembersMoved told) => TakeAsync(files => files.TakeAsync(told, CancellationToken.None));

    public Task HearAsync(params IReadOnlyList<HouseholdRegistered> told) => TakeAsync(files => files.TakeAsync(told, CancellationToken.None));

    public Task HearAsync(params IReadOnlyList<HouseholdChanged> told) => TakeAsync(files => files.TakeAsync(told, CancellationToken.None));

    public Task HearAsync(params IReadOnlyList<HouseholdExited> told) => TakeAsync(files => files.TakeAsync(told, CancellationToken.None));

    public Task HearAsync(params IReadOnlyList<AidStacked> told) => UnitAsync(services => services.GetRequiredService<AidDesk>().TakeAsync(told, CancellationToken.None));

    public Task RegisterAsync(Guid household, int revision = 1, int members = 1, DivisionCode? village = null) =>
        HearAsync(new HouseholdRegistered(household, revision, Clock.Today(), Facts(members, village)));

    /// <summary>Enters a record of the department's own, in the same unit of work as the decision that follows from it.</summary>
    internal Task EnterAsync(TestRecord record) => UnitAsync(services =>
    {
        services.GetRequiredService<DbContext>().Add(record);
        return services.GetRequiredService<AidDesk>().DecideAsync(record.HouseholdId, CancellationToken.None);
    });

    /// <summary>Answers the last set told for a household as stacking would: everything granted but what is named.</summary>
    public Task StackAsync(Guid household, int revision, IReadOnlyDictionary<string, Money>? granted = null, params CountedAid[] counted) =>
        StackAsync(household, revision, null, granted, counted);

    /// <summary>Answers the last set told for a household and month.</summary>
    public async Task StackAsync(Guid household, int revision, AidMonth? month, IReadOnlyDictionary<string, Money>? granted = null, params CountedAid[] counted)
    {
        var told = (await ToldAsync<AidProposed>()).Last(set => set.HouseholdId == household && (month is null || set.Month == month));
        var items = told.Items.Select(item =>
        {
            var amount = granted?.TryGetValue(item.Policy, out var less) == true ? less : item.Amount;
            var state = amount == item.Amount ? StackedState.Granted : amount == Money.Zero ? StackedState.Refused : StackedState.Reduced;
            Reduction[] reductions = amount == item.Amount ? [] : [new Reduction("R1", item.Amount - amount, null, null, "因另一项救助核减。")];
            return new StackedItem(
                item.ItemId, told.Department, item.Policy, item.MemberId, item.Period, item.Nature, item.Claim, item.Amount, amount, state, reductions);
        });
        await HearAsync(new AidStacked(household, told.Month, revision, [.. items], counted, new Dictionary<string, int> { [told.Department] = told.Revision }));
    }

    /// <summary>All events told so far, in order.</summary>
    public async Task<IReadOnlyList<TEvent>> ToldAsync<TEvent>()
    {
        var name = EventCatalog.NameOf(typeof(TEvent));
        return await InScopeAsync(async services =>
        {
            var bodies = await services.GetRequiredService<DbContext>().Set<OutboxMessage>()
                .Where(message => message.Event == name).OrderBy(message => message.Sequence).Select(message => message.Body).ToListAsync();
            return bodies.Select(body => JsonSerializer.Deserialize<TEvent>(body, EventCatalog.Json)!).ToList();
        });
    }

    public async Task<IReadOnlyList<AidItem>> ItemsAsync(Guid household) => await InScopeAsync(services => services.GetRequiredService<DbContext>()
        .Set<AidItem>().AsNoTracking().Where(item => item.HouseholdId == household).OrderBy(item => item.Sequence).ToListAsync());

    /// <summary>Moves the platform's time to the first morning of a month that is still to come.</summary>
    public void GoTo(string month)
    {
        if (AidMonth.Parse(month) > Clock.ThisMonth()) Clock.SetUtcNow(new DateTimeOffset(AidMonth.Parse(month).First, new TimeOnly(1, 0), TimeSpan.Zero));
    }

    /// <summary>Goes to a month and opens it, and those on the way there.</summary>
    public async Task OpenAsync(string month, int replicas = 1)
    {
        GoTo(month);
        var asked = AidMonth.Parse(month);
        await OpenMonthAsync(replicas, () => InScopeAsync(async services =>
        {
            var db = Db(services);
            var number = await services.GetRequiredService<CurrentParameters>().LastNumberAsync(CancellationToken.None);
            return await db.Set<OpenedMonth>().AnyAsync(row => row.Month == asked) && !await db.Set<LateTelling>().AnyAsync()
                && !await db.Set<AidSet>().AnyAsync(set => set.Month == asked && set.Revision > 0 && set.DecidedWith < number);
        }));
    }

    /// <summary>Runs the opening of the month on so many replicas at once until every household has a set for the month.</summary>
    public async Task OpenMonthAsync(int replicas, Func<Task<bool>> isDone)
    {
        var apps = Enumerable.Range(0, replicas).Select(_ => Build()).ToList();
        var openings = apps.Select(one => one.Services.GetServices<IHostedService>().OfType<MonthOpening>().Single()).ToList();
        foreach (var opening in openings) await opening.StartAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isDone()) await Task.Delay(50, limit.Token);
        foreach (var opening in openings) await opening.StopAsync(CancellationToken.None);
        foreach (var one in apps) await one.DisposeAsync();
    }

    internal Task<IResult> ApproveAsync(TestOfficer officer, ApproveItems.Request request) => AsAsync(officer, async services =>
        (await ApproveItems.Handle(request, Db(services), TestPolicies.Book, Officer(services), Clock, CancellationToken.None)).Result);

    internal Task<IResult> ConfirmAsync(TestOfficer officer, Guid id) => AsAsync(officer, async services => (await ConfirmApproval.Handle(
        id, Db(services), services.GetRequiredService<IOutbox>(), TestPolicies.Book, Officer(services), Clock, CancellationToken.None)).Result);

    internal Task<IResult> ReturnAsync(TestOfficer officer, Guid id, string reason) => AsAsync(officer, async services =>
        (await ReturnApproval.Handle(id, new ReturnApproval.Request(reason), Db(services), Officer(services), Clock, CancellationToken.None)).Result);

    internal Task<IResult> DecideOverpaymentAsync(TestOfficer officer, Guid item, OverpaymentDecision decision, string reason) => AsAsync(officer, async services =>
        (await DecideOverpayment.Handle(
            item, new DecideOverpayment.Request(decision, reason), Db(services), services.GetRequiredService<IOutbox>(), TestPolicies.Book, Officer(services), Clock,
            CancellationToken.None)).Result);

    internal Task<IReadOnlyList<ListOffsets.Answer>> OffsetsAsync() => AsAsync(TestOfficer.First, async services =>
        (await ListOffsets.Handle(Db(services), TestPolicies.Book, CancellationToken.None)).Value!);

    internal Task<ListProposals.Page> ListAsync(
        TestOfficer officer, string? state = null, long after = 0, int size = 50, DivisionCode? village = null, string? sort = null, int? skip = null) => AsAsync(officer, async services =>
    {
        var answer = await ListProposals.Handle(
            Db(services), TestPolicies.Book, CancellationToken.None, state: state, after: after, size: size, village: village, sort: sort, skip: skip);
        return ((Microsoft.AspNetCore.Http.HttpResults.Ok<ListProposals.Page>)answer.Result).Value!;
    });

    internal Task<ListCandidates.Page> CandidatesAsync(
        TestOfficer officer, string kind, string? policy = null, DivisionCode? village = null, string? after = null, int size = 50) => AsAsync(officer, async services =>
    {
        var answer = await ListCandidates.Handle(
            kind, Db(services), TestPolicies.Book, services.GetRequiredService<CurrentParameters>(), services.GetRequiredService<AidCases>(), Clock, CancellationToken.None,
            policy, village, after, size);
        return ((Microsoft.AspNetCore.Http.HttpResults.Ok<ListCandidates.Page>)answer.Result).Value!;
    });

    /// <summary>Moves the clock to a day and opens its month, until all of some households have their set.</summary>
    public async Task OpenOnAsync(DateOnly day, params Guid[] households)
    {
        Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero));
        var month = AidMonth.Of(day);
        await OpenMonthAsync(1, async () => (await ToldAsync<AidProposed>()).Where(set => set.Month == month).Select(set => set.HouseholdId).ToHashSet().IsSupersetOf(households));
    }

    internal Task<CheckMonth.Answer> CheckAsync(string month) => AsAsync(TestOfficer.First, async services =>
    {
        var answer = await CheckMonth.Handle(month, Db(services), services.GetRequiredService<AidDesk>(), TestPolicies.Book, CancellationToken.None);
        return ((Microsoft.AspNetCore.Http.HttpResults.Ok<CheckMonth.Answer>)answer.Result).Value!;
    });

    internal Task<IResult> WhyAsync(TestOfficer officer, Guid item) => AsAsync(officer, async services =>
        (await ExplainItem.Handle(
            item, Db(services), services.GetRequiredService<AidCases>(), TestPolicies.Book, services.GetRequiredService<CurrentParameters>(), CancellationToken.None)).Result);

    internal Task<IResult> WhyNotAsync(TestOfficer officer, Guid household) => AsAsync(officer, async services =>
        (await ExplainAbsence.Handle(
            household, services.GetRequiredService<AidCases>(), TestPolicies.Book, services.GetRequiredService<CurrentParameters>(), Clock, CancellationToken.None)).Result);

    internal Task<IResult> DraftAsync(TestOfficer officer, DraftParameter.Request request) => AsAsync(officer, async services =>
        (await DraftParameter.Handle(request, Db(services), Officer(services), CancellationToken.None)).Result);

    internal Task<IResult> ConfirmParameterAsync(TestOfficer officer, Guid id) => AsAsync(officer, async services =>
        (await ConfirmParameter.Handle(id, Db(services), services.GetRequiredService<CurrentParameters>(), Officer(services), CancellationToken.None)).Result);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = SystemScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        await work(services);
        return true;
    });

    // As the inbox does it: one transaction, one save.
    private Task UnitAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        var db = Db(services);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work(services);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });

    private Task TakeAsync(Func<HouseholdFiles, Task> take) => UnitAsync(services => take(services.GetRequiredService<HouseholdFiles>()));

    // As a request does it: the officer's region is the scope.
    private async Task<T> AsAsync<T>(TestOfficer officer, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Claim[] claims =
        [
            new("sub", officer.Id.ToString()), new("name", officer.Name), new("department", "test-aid"), new("region", officer.Region.Segments),
        ];
        app.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")),
            RequestServices = scope.ServiceProvider,
        };
        return await work(scope.ServiceProvider);
    }

    private static DbContext Db(IServiceProvider services) => services.GetRequiredService<DbContext>();

    private static CurrentOfficer Officer(IServiceProvider services) => services.GetRequiredService<CurrentOfficer>();

    private AsyncServiceScope SystemScope()
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().EnterSystem();
        return scope;
    }

    private WebApplication Build()
    {
        var passphrase = Path.Combine(folder, "passphrase");
        File.WriteAllText(passphrase, "a passphrase of tests");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:test-aid"] = $"Data Source={Path.Combine(folder, "test-aid.db")}",
            ["Keys:Folder"] = folder,
            ["Keys:PassphraseFile"] = passphrase,
            ["ConnectionStrings:rabbitmq"] = "amqp://nobody@127.0.0.1:1/", // never started here
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentOfficer>();
        builder.AddDatabase<TestAidDb, SqliteTestAidDb, SqlServerTestAidDb>();
        builder.AddMessaging<TestAidDb>("test-aid", listen => listen.ToAid());
        builder.AddAid<TestRecords>(TestPolicies.Book);
        builder.AddRecords(TestKinds.All);
        return builder.Build();
    }
}

internal sealed record TestOfficer(Guid Id, string Name, DivisionCode Region)
{
    public static readonly TestOfficer First = new(Guid.Parse("0a000000-0000-0000-0000-000000000001"), "赵一", DivisionCode.Parse("320412"));
    public static readonly TestOfficer Second = new(Guid.Parse("0a000000-0000-0000-0000-000000000002"), "钱二", DivisionCode.Parse("320412"));
    public static readonly TestOfficer OfOtherVillage = new(Guid.Parse("0a000000-0000-0000-0000-000000000003"), "孙三", TestDesk.OtherVillage);
}
