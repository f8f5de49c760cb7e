using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Identification.Objections;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Identification;

/// <summary>The identification of one household (识别个案): its state, and everything that was ever done about it.</summary>
internal sealed class IdentificationCase : IScoped
{
    private readonly List<CaseStep> steps = [];
    private readonly List<Objection> objections = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid BatchId { get; private init; }

    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private init; }

    /// <summary>Its place in the batch's list (序号).</summary>
    public int Number { get; private init; }

    /// <summary>How often the household has applied, from 1; a household has one case per attempt (第几次申请).</summary>
    public int Attempt { get; private init; }

    public CaseState State { get; private set; } = CaseState.Entered;

    /// <summary>Since when it stands there.</summary>
    public DateTime SinceUtc { get; private set; }

    public Guid? MeetingId { get; private set; }

    public int? VotesFor { get; private set; }

    public int? VotesAgainst { get; private set; }

    public int? VotesAbstain { get; private set; }

    public Guid? FirstNoticeId { get; private set; }

    public Guid? SecondNoticeId { get; private set; }

    /// <summary>Whether the town visits it (镇抽中).</summary>
    public bool InTownSample { get; private set; }

    /// <summary>Whether the district visits it (区抽中).</summary>
    public bool InDistrictSample { get; private set; }

    public IReadOnlyList<CaseStep> Steps => steps;

    public IReadOnlyList<Objection> Objections => objections;

    public int OpenObjections => objections.Count(objection => objection.IsOpen);

    public static IdentificationCase Enter(CaseBatch batch, Guid householdId, int number, int attempt, Act act)
    {
        var entered = new IdentificationCase
        {
            BatchId = batch.Id,
            HouseholdId = householdId,
            Village = batch.Village,
            Number = number,
            Attempt = attempt,
        };
        entered.Record(Step.Entered, CaseState.Entered, Duty.Enter, act, null);
        return entered;
    }

    /// <summary>Why this officer cannot take the step on this case now, whatever it would find.</summary>
    public Refusal? Hindrance(Step step, Act act) =>
        Flow.After(State, step).No
        ?? (OpenObjections > 0 ? IdentificationErrors.ObjectionOpen.With(OpenObjections) : null)
        ?? SecondHat(Flow.DutyOf(step), act);

    /// <summary>Takes a step that found for the case or, with a reason, against it.</summary>
    public Refusal? Take(Step step, Act act, bool passed = true, string? reason = null)
    {
        if (Hindrance(step, act) is { } hindrance) return hindrance;
        var (to, refusal) = Flow.After(State, step, passed);
        if (refusal is not null) return refusal;
        Record(step, to, Flow.DutyOf(step), act, reason);
        return null;
    }

    /// <summary>Takes the last step back; only the level that took it may (退回), and it stays on record.</summary>
    public Refusal? StepBack(Act act, Func<Step, bool> isMine)
    {
        if (State == CaseState.Registered) return IdentificationErrors.AlreadyRegistered;
        var last = steps.LastOrDefault(step => step.Step != Step.StepBack && step.To == State && step.From != State);
        if (last is null) return IdentificationErrors.NothingToStepBack;
        if (!isMine(last.Step)) return IdentificationErrors.WrongLevel;
        var duty = Flow.DutyOf(last.Step);
        if (SecondHat(duty, act) is { } refusal) return refusal;
        Record(Step.StepBack, last.From, duty, act, null);
        return null;
    }

    /// <summary>Takes in an objection, which blocks the case (异议).</summary>
    public Refusal? Raise(Objection objection, Act act)
    {
        var (to, refusal) = Flow.After(State, Step.Objection);
        if (refusal is not null) return refusal;
        objection.Number = objections.Count + 1;
        objections.Add(objection);
        Record(Step.Objection, to, null, act, null);
        return null;
    }

    /// <summary>Answers an objection: one that is true takes the case out, one that is not frees it (异议答复).</summary>
    public Refusal? Answer(int number, bool upheld, SealedText finding, Act act)
    {
        if (objections.Find(objection => objection.Number == number) is not { } objection) return IdentificationErrors.NoSuchObjection;
        if (!objection.IsOpen) return IdentificationErrors.AlreadyAnswered;
        var (to, refusal) = Flow.After(State, Step.Answer, passed: !upheld);
        if (refusal is not null) return refusal;
        objection.Answer(upheld, finding, act);
        Record(Step.Answer, to, null, act, upheld ? IdentificationErrors.ObjectionUpheld(number) : null);
        return null;
    }

    public bool IsOn(Notice notice) => notice.Id == (State switch
    {
        CaseState.FirstNotice => FirstNoticeId,
        CaseState.SecondNotice => SecondNoticeId,
        _ => null,
    });

    public bool IsInSample(SampleLevel level) => level == SampleLevel.Town ? InTownSample : InDistrictSample;

    internal void PutInSample(SampleLevel level)
    {
        if (level == SampleLevel.Town) InTownSample = true;
        else InDistrictSample = true;
    }

    internal void VotedOn(Guid meetingId, Ballot ballot)
    {
        MeetingId = meetingId;
        (VotesFor, VotesAgainst, VotesAbstain) = (ballot.For, ballot.Against, ballot.Abstain);
    }

    internal void PutOn(Notice notice)
    {
        if (notice.Round == NoticeRound.First) FirstNoticeId = notice.Id;
        else SecondNoticeId = notice.Id;
    }

    // Four eyes look at the history of the case, not at the roles of today: roles change, what was done stays.
    private Refusal? SecondHat(Duty? duty, Act act) =>
        duty is { } wanted && steps.Find(step => step.OfficerId == act.OfficerId && step.Duty is { } held && held != wanted) is { } other
            ? IdentificationErrors.SamePerson(other.Duty!.Value, wanted)
            : null;

    private void Record(Step step, CaseState to, Duty? duty, Act act, string? reason)
    {
        steps.Add(CaseStep.Of(this, step, to, duty, act, reason));
        if (to != State || steps.Count == 1) SinceUtc = act.AtUtc;
        State = to;
    }
}
