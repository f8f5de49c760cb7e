using Fupin.Persistence;

namespace Fupin.Registration.Identification.Objections;

/// <summary>An objection (异议) to a case on notice; it blocks the case until it is answered.</summary>
internal sealed class Objection
{
    public const string Table = "Objections";

    public required Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Its number within the case, from 1.</summary>
    public int Number { get; internal set; }

    public required SealedText Text { get; init; }

    /// <summary>Who objects; empty when anonymous (匿名).</summary>
    public SealedText? Name { get; init; }

    public SealedText? Phone { get; init; }

    public bool Anonymous { get; init; }

    public DateTime RaisedAtUtc { get; init; }

    /// <summary>Whether it was found to be true (属实); nothing while it is open.</summary>
    public bool? Upheld { get; private set; }

    public SealedText? Finding { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAtUtc { get; private set; }

    public bool IsOpen => Upheld is null;

    internal void Answer(bool upheld, SealedText finding, Act act)
    {
        Upheld = upheld;
        Finding = finding;
        AnsweredById = act.OfficerId;
        AnsweredBy = act.OfficerName;
        AnsweredAtUtc = act.AtUtc;
    }
}
