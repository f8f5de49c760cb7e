using System.Text.Json;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records;
using Fupin.Aid.Records.Imports;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Aid.Tests.Records;

/// <summary>What the desk does with records, whatever they are about.</summary>
public sealed class TakingRecords : IAsyncLifetime
{
    private readonly TestDesk desk = new();
    private readonly Guid household = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await desk.SeedAsync();
        await desk.RegisterAsync(household, members: 2);
    }

    public async ValueTask DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_correction_writes_the_kinds_own_columns_and_leaves_what_other_steps_wrote()
    {
        await TakeAsync(TestKinds.Utilities, Account("A1", persons: 2));
        await desk.InScopeAsync(services => services.GetRequiredService<DbContext>().Set<UtilityAccount>()
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadOn, new DateOnly(2016, 3, 1))));

        Assert.Equal(Taken.Corrected, await TakeAsync(TestKinds.Utilities, Account("A1", persons: 3)));
        Assert.Equal(Taken.Same, await TakeAsync(TestKinds.Utilities, Account("A1", persons: 3)));

        var kept = Assert.Single(await AllAsync<UtilityAccount>());
        Assert.Equal((3, new DateOnly(2016, 3, 1), household), (kept.Persons, kept.ReadOn, kept.HouseholdId));
    }

    [Fact]
    public async Task The_key_of_somebody_else_is_not_taken_over()
    {
        var (first, second) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        Assert.Equal(Taken.Entered, await TakeAsync(TestKinds.Invoices, new Invoice { HouseholdId = household, Village = TestDesk.Village, MemberId = first, Number = "F1" }));
        Assert.Equal(Taken.Elsewhere, await TakeAsync(TestKinds.Invoices, new Invoice { HouseholdId = household, Village = TestDesk.Village, MemberId = second, Number = "F1" }));
        Assert.Equal(first, Assert.Single(await AllAsync<Invoice>()).MemberId);
    }

    [Fact]
    public async Task A_record_about_nobody_lets_the_month_be_decided_on_again()
    {
        Assert.True(await DecidedWithAsync() > 0);
        await TakeAsync(TestKinds.Indexes, new IndexMonth { Month = new AidMonth(2016, 2), Tenths = 1_035 });
        Assert.Equal(-1, await DecidedWithAsync());
        await desk.OpenMonthAsync(1, async () => await DecidedWithAsync() > 0);
    }

    [Fact]
    public async Task An_import_cut_off_between_two_saves_goes_on_where_it_stood_and_takes_no_row_twice()
    {
        const int Rows = 600;
        var job = await UploadAsync(Rows);
        Assert.True(await StepAsync(job));
        Assert.True(await StepAsync(job));
        Assert.Equal((250, 250), ((await JobAsync(job)).Processed, (await AllAsync<UtilityAccount>()).Count));

        // Another replica, which has read nothing yet.
        while (await StepAsync(job))
        {
        }

        var done = await JobAsync(job);
        Assert.Equal((RecordImportState.Done, Rows - 2, 1, 1), (done.State, done.Accepted, done.Rejected, done.Unmatched));
        Assert.Equal(Rows - 2, (await AllAsync<UtilityAccount>()).Count);
        Assert.Single(await AllAsync<Aid.Records.Unmatched.UnmatchedRecord>());
    }

    private UtilityAccount Account(string number, int persons) => new()
    {
        HouseholdId = household, Village = TestDesk.Village, Account = number, Since = new DateOnly(2016, 1, 1), Persons = persons,
    };

    private async Task<Taken> TakeAsync(RecordKind kind, IRecord record) => await desk.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var taken = (await services.GetRequiredService<RecordDesk>().TakeAsync(kind, [record], CancellationToken.None))[0].Taken;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return taken;
    });

    private Task<int> DecidedWithAsync() => desk.InScopeAsync(services => services.GetRequiredService<DbContext>().Set<AidSet>().Select(set => set.DecidedWith).SingleAsync());

    private Task<List<TRow>> AllAsync<TRow>()
        where TRow : class => desk.InScopeAsync(services => services.GetRequiredService<DbContext>().Set<TRow>().AsNoTracking().ToListAsync());

    private Task<RecordImport> JobAsync(Guid id) =>
        desk.InScopeAsync(services => services.GetRequiredService<DbContext>().Set<RecordImport>().AsNoTracking().SingleAsync(job => job.Id == id));

    // The last row but one has a fault, the last is about a household nobody knows.
    private async Task<Guid> UploadAsync(int rows)
    {
        var form = TestKinds.Utilities.Form;
        var sheet = new WorkbookSheet(form.Headers, [.. Enumerable.Range(0, rows).Select(row => new SheetRow(row + 2, new Dictionary<int, SheetCell>
        {
            [0] = new("3204121102070001", false), [1] = new($"A{row}", false), [2] = new("水", false), [3] = new("2016-01-01", false),
            [4] = new(row == rows - 2 ? "99" : "2", true), [6] = new("是", false),
        }))]);
        var id = Guid.NewGuid();
        await desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DbContext>();
            var places = Enumerable.Range(0, rows - 1).ToDictionary(row => row + 2, _ => new FoundPlace(household, null));
            db.Add(new RecordImport
            {
                Id = id,
                Kind = TestKinds.Utilities.Name,
                OfficerName = "赵一",
                Region = DivisionCode.Parse("320412"),
                Commit = true,
                Content = services.GetRequiredService<FieldCipher>().SealBytes(MarkedWorkbook.Of(sheet, form, []), RecordImport.Table, nameof(RecordImport.Content), id),
                People = JsonSerializer.Serialize(places, EventCatalog.Json),
            });
            await db.SaveChangesAsync();
        });
        return id;
    }

    private Task<bool> StepAsync(Guid id) => desk.InScopeAsync(async services =>
        await new RecordImportPieces().StepAsync(await services.GetRequiredService<DbContext>().Set<RecordImport>().SingleAsync(job => job.Id == id), services, CancellationToken.None));
}
