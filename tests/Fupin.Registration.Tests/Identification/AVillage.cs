using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Identification;
using Fupin.Registration.Identification.Objections;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Tests.Identification;

/// <summary>A village with a batch, and the people who act on it, for tests of the rules alone.</summary>
internal sealed class AVillage
{
    public static readonly Guid Clerk = Guid.Parse("00000000-0000-7000-8000-000000000001");
    public static readonly Guid TownClerk = Guid.Parse("00000000-0000-7000-8000-000000000002");
    public static readonly Guid DistrictClerk = Guid.Parse("00000000-0000-7000-8000-000000000003");
    public static readonly Guid Importer = Guid.Parse("00000000-0000-7000-8000-000000000004");

    public const string Seed = "00112233445566778899aabbccddeeff";

    public static readonly Money Line = Money.FromYuan(10_000);

    public DateOnly Today { get; private set; } = new(2016, 3, 21);

    public IdentificationRules Rules { get; set; } = new(
        7, false, new Ratio(2, 3), new Ratio(1, 2), new Ratio(1, 5), new Ratio(1, 10), new WorkCalendar([]));

    public CaseBatch Batch { get; }

    public AVillage(int households = 3)
    {
        Batch = CaseBatch.Open(DivisionCode.Parse("320412110207"), 2016, 1, At);
        for (var i = 0; i < households; i++) Batch.Enter(Guid.CreateVersion7(), 1, By(Importer));
    }

    private DateTime At => Today.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc);

    public IdentificationCase this[int number] => Batch.Cases.Single(one => one.Number == number);

    public Act By(Guid officer, string? reason = null) => new(Guid.CreateVersion7(), officer, "某经办人", At, Today, reason);

    public void DaysPass(int days) => Today = Today.AddDays(days);

    public StepOutcome Meet(int roster = 30, int present = 24, Dictionary<Guid, Ballot>? ballots = null, DateOnly? on = null, Guid? by = null) =>
        Batch.HoldMeeting(
            new ReviewMeeting { Id = Guid.CreateVersion7(), BatchId = Batch.Id, HeldOn = on ?? Today, Roster = roster, Present = present },
            ballots, Rules, By(by ?? Clerk));

    public StepOutcome Publish(NoticeRound round) =>
        Batch.Publish(round, "村务公开栏", null, Rules, By(round == NoticeRound.First ? Clerk : TownClerk));

    public StepOutcome Close(NoticeRound round, string seed = Seed) =>
        Batch.CloseNotice(round, Rules, seed, By(round == NoticeRound.First ? Clerk : TownClerk));

    public StepOutcome Visit(SampleLevel level, Guid? by = null) => Batch.Check(
        level,
        [.. Batch.Cases.Where(one => one.IsInSample(level) && one.State is CaseState.FirstNoticeClosed or CaseState.SecondNoticeClosed).Select(one => new Finding(one.Id, true, null))],
        By(by ?? (level == SampleLevel.Town ? TownClerk : DistrictClerk)));

    public StepOutcome Register(int perCapitaYuan = 8_000) =>
        Batch.Register(Batch.Cases.ToDictionary(one => one.HouseholdId, _ => Money.FromYuan(perCapitaYuan)), Line, By(DistrictClerk));

    /// <summary>Walks the whole batch until it stands in a state.</summary>
    public AVillage WalkedTo(CaseState state)
    {
        Func<StepOutcome>[] steps =
        [
            () => Meet(),
            () => Publish(NoticeRound.First),
            () => { DaysPass(7); return Close(NoticeRound.First); },
            () => Visit(SampleLevel.Town),
            () => Publish(NoticeRound.Second),
            () => { DaysPass(7); return Close(NoticeRound.Second); },
            () => Visit(SampleLevel.District),
            () => Batch.Announce(By(DistrictClerk)),
            () => Register(),
        ];
        foreach (var step in steps.Take((int)state))
        {
            if (step().Refusal is { } refusal) throw new InvalidOperationException(refusal.Text);
        }
        return this;
    }

    public Objection Object(int number)
    {
        var objection = new Objection { Id = Guid.CreateVersion7(), CaseId = this[number].Id, Text = new SealedText("x"), Anonymous = true, RaisedAtUtc = At };
        Assert.Null(this[number].Raise(objection, new Act(Guid.CreateVersion7(), null, "", At, Today)));
        return objection;
    }

    public Refusal? Answer(int number, int objection, bool upheld) => this[number].Answer(objection, upheld, new SealedText("y"), By(Clerk));
}
