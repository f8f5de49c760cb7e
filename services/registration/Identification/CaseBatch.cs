using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Identification;

/// <summary>What a visit found (核查结论).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Confirmed">Whether the application was found true.</param>
/// <param name="Note">What was seen; required when it was not.</param>
internal sealed record Finding(Guid CaseId, bool Confirmed, string? Note);

/// <summary>A village's batch of cases (批次) that go through identification together. It takes cases until its review meeting; later ones go into the next.</summary>
internal sealed class CaseBatch : IScoped, IVersioned
{
    private readonly List<IdentificationCase> cases = [];
    private readonly List<ReviewMeeting> meetings = [];
    private readonly List<Notice> notices = [];
    private readonly List<SampleDraw> draws = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DivisionCode Village { get; private init; }

    public int Year { get; private init; }

    /// <summary>Its serial within the village and year, from 1.</summary>
    public int Serial { get; private init; }

    /// <summary>The name people use (批次号): 2016-01.</summary>
    public string Number => new BatchNumber(Year, Serial).ToString();

    /// <summary>Whether it still takes cases (可录入).</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>How many cases it took.</summary>
    public int CaseCount { get; private set; }

    /// <summary>How often anything was done to it; it changes whenever one of its cases does, so that the version guards them all.</summary>
    public int Changes { get; private set; }

    public DateTime OpenedAtUtc { get; private init; }

    public int Version { get; set; }

    public IReadOnlyList<IdentificationCase> Cases => cases;

    public IReadOnlyList<ReviewMeeting> Meetings => meetings;

    public IReadOnlyList<Notice> Notices => notices;

    public IReadOnlyList<SampleDraw> Draws => draws;

    /// <summary>Where the batch as a whole stands: where its slowest listed case does.</summary>
    public CaseState State => StateOf(cases.Select(one => one.State));

    public static CaseState StateOf(IEnumerable<CaseState> states) => states.Append(CaseState.NotListed).Min();

    public static CaseBatch Open(DivisionCode village, int year, int serial, DateTime atUtc) => new()
    {
        Village = village,
        Year = year,
        Serial = serial,
        OpenedAtUtc = atUtc,
    };

    /// <summary>Takes in a household (录入).</summary>
    public IdentificationCase Enter(Guid householdId, int attempt, Act act)
    {
        var entered = IdentificationCase.Enter(this, householdId, ++CaseCount, attempt, act);
        cases.Add(entered);
        return entered;
    }

    /// <summary>The review meeting (民主评议); without ballots everybody present was for every case.</summary>
    public StepOutcome HoldMeeting(ReviewMeeting meeting, IReadOnlyDictionary<Guid, Ballot>? ballots, IdentificationRules rules, Act act)
    {
        if (meeting.Invalid(rules, act.Today) is { } invalid) return StepOutcome.Refused(invalid);
        if (ballots is not null && Unfit(meeting, ballots) is { } unfit) return StepOutcome.Refused(unfit);

        Ballot? BallotOn(IdentificationCase one) =>
            ballots is null ? new Ballot(meeting.Present, 0, 0) : ballots.TryGetValue(one.Id, out var ballot) ? ballot : null;

        var outcome = Move(Step.ReviewMeeting, act, one => BallotOn(one) switch
        {
            null => Verdict.Wait(IdentificationErrors.NotVoted),
            { } ballot when rules.Pass.IsPassedBy(ballot.For, meeting.Present) => Verdict.Found(IdentificationErrors.Passed(ballot.For, meeting.Present)),
            { } ballot => Verdict.Against(IdentificationErrors.NotPassed(ballot.For, meeting.Present)),
        });
        if (outcome.Refusal is not null) return outcome;

        IsOpen = false;
        meetings.Add(meeting);
        foreach (var one in outcome.Moved) one.VotedOn(meeting.Id, BallotOn(one)!.Value);
        return outcome;
    }

    /// <summary>Starts a notice (公示).</summary>
    public StepOutcome Publish(NoticeRound round, string? place, Guid? photoId, IdentificationRules rules, Act act)
    {
        var outcome = Move(round == NoticeRound.First ? Step.FirstNotice : Step.SecondNotice, act, _ => Verdict.For);
        if (outcome.Refusal is not null) return outcome;

        var notice = Notice.Start(Id, round, act.Today, rules, place, photoId);
        notices.Add(notice);
        foreach (var one in outcome.Moved) one.PutOn(notice);
        Changed(act.Today);
        return outcome;
    }

    /// <summary>Ends a notice that has run its days (公示结束), and draws the sample that the next level visits (抽样).</summary>
    public StepOutcome CloseNotice(NoticeRound round, IdentificationRules rules, string seed, Act act)
    {
        Notice NoticeOf(IdentificationCase one) => notices.First(notice => notice.Id == (round == NoticeRound.First ? one.FirstNoticeId : one.SecondNoticeId));

        var outcome = Move(
            round == NoticeRound.First ? Step.CloseFirstNotice : Step.CloseSecondNotice,
            act,
            one => NoticeOf(one).DaysLeft(act.Today) is var left and > 0 ? Verdict.Wait(IdentificationErrors.NoticeStillRunning.With(left)) : Verdict.For);
        if (outcome.Refusal is not null) return outcome;

        var (level, rate) = round == NoticeRound.First ? (SampleLevel.Town, rules.TownSample) : (SampleLevel.District, rules.DistrictSample);
        draws.Add(SampleDraw.Draw(Id, level, rate, outcome.Moved, seed, act.AtUtc));
        return outcome;
    }

    /// <summary>The town's review or the district's check (镇审核、区核查): every drawn case was visited, and the visits decide.</summary>
    public StepOutcome Check(SampleLevel level, IReadOnlyCollection<Finding> findings, Act act)
    {
        var step = level == SampleLevel.Town ? Step.TownReview : Step.DistrictCheck;
        var due = cases.Where(one => one.State == Flow.Awaited(step)).ToDictionary(one => one.Id);
        if (findings.Any(finding => !due.ContainsKey(finding.CaseId)) || findings.DistinctBy(finding => finding.CaseId).Count() != findings.Count)
        {
            return StepOutcome.Refused(due.Count == 0 ? IdentificationErrors.OutOfTurn(State, step) : IdentificationErrors.FindingOutOfPlace);
        }
        if (findings.Any(finding => !finding.Confirmed && string.IsNullOrWhiteSpace(finding.Note)))
        {
            return StepOutcome.Refused(IdentificationErrors.SamplingUnexplained);
        }
        var found = findings.ToDictionary(finding => finding.CaseId);
        var missing = due.Values
            .Where(one => one.IsInSample(level) && !found.ContainsKey(one.Id) && one.Hindrance(step, act) is null)
            .Select(one => one.Number).Order().ToList();
        if (missing.Count > 0) return StepOutcome.Refused(IdentificationErrors.FindingsMissing.With(string.Join('、', missing)));

        return Move(step, act, one => found.GetValueOrDefault(one.Id) switch
        {
            { Confirmed: false, Note: var note } => Verdict.Against(IdentificationErrors.FoundUntrue(note!.Trim())),
            { Note: { } seen } => Verdict.Found(seen),
            _ => Verdict.For,
        });
    }

    /// <summary>The announcement (公告).</summary>
    public StepOutcome Announce(Act act) => Move(Step.Announce, act, _ => Verdict.For);

    /// <summary>Enters the announced cases in the register (建档立卡), unless their income has reached the line.</summary>
    // 依据：武发[2016]68号 二(一) 年人均可支配收入低于1万元的低收入农户
    public StepOutcome Register(IReadOnlyDictionary<Guid, Money> perCapitaOf, Money line, Act act) => Move(Step.Register, act, one =>
        !perCapitaOf.TryGetValue(one.HouseholdId, out var perCapita) ? Verdict.Wait(IdentificationErrors.IncomeUnknown)
        : perCapita >= line ? Verdict.Wait(IdentificationErrors.AboveIncomeLine.With(perCapita, line))
        : Verdict.For);

    /// <summary>Takes the last step of some cases back (退回); without a choice, of those where the batch stands.</summary>
    public StepOutcome StepBack(IReadOnlyCollection<Guid>? caseIds, Func<Step, bool> isMine, Act act)
    {
        if (string.IsNullOrWhiteSpace(act.Reason)) return StepOutcome.Refused(IdentificationErrors.ReasonMissing);
        var state = State;
        var chosen = cases.Where(one => caseIds is null ? one.State == state : caseIds.Contains(one.Id)).OrderBy(one => one.Number).ToList();
        if (chosen.Count == 0 || (caseIds is not null && chosen.Count != caseIds.Distinct().Count())) return StepOutcome.Refused(IdentificationErrors.NoSuchCase);
        return Sorted(chosen, act.Today, one => one.StepBack(act, isMine));
    }

    /// <summary>Says that one of its cases changed: whoever read the batch before has to read it again, and a notice hangs as long as a case is on it.</summary>
    public void Changed(DateOnly today)
    {
        Changes++;
        foreach (var notice in notices) notice.HangsWhile(cases.Exists(one => one.IsOn(notice)), today);
    }

    private StepOutcome Move(Step step, Act act, Func<IdentificationCase, Verdict> judge)
    {
        var due = cases.Where(one => one.State == Flow.Awaited(step)).OrderBy(one => one.Number).ToList();
        if (due.Count == 0) return StepOutcome.Refused(IdentificationErrors.OutOfTurn(State, step));
        return Sorted(due, act.Today, one =>
        {
            if (one.Hindrance(step, act) is { } hindrance) return hindrance;
            var verdict = judge(one);
            return verdict.NotYet ?? one.Take(step, act, verdict.Passed, verdict.Reason);
        });
    }

    private StepOutcome Sorted(IEnumerable<IdentificationCase> chosen, DateOnly today, Func<IdentificationCase, Refusal?> take)
    {
        List<IdentificationCase> moved = [];
        List<Held> held = [];
        foreach (var one in chosen)
        {
            if (take(one) is { } why) held.Add(new Held(one, why));
            else moved.Add(one);
        }
        if (moved.Count > 0) Changed(today);
        return StepOutcome.Of(moved, held);
    }

    private Refusal? Unfit(ReviewMeeting meeting, IReadOnlyDictionary<Guid, Ballot> ballots)
    {
        foreach (var (caseId, ballot) in ballots)
        {
            if (cases.Find(one => one.Id == caseId && one.State == CaseState.Entered) is not { } voted) return IdentificationErrors.FindingOutOfPlace;
            if (!ballot.Fits(meeting.Present)) return IdentificationErrors.VotesAbovePresent.With(voted.Number, (long)ballot.For + ballot.Against + ballot.Abstain, meeting.Present);
        }
        return null;
    }
}
