using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Aid.Parameters;

/// <summary>
/// A dated value of a policy as entered (政策参数): drafted by one officer, confirmed by another. A confirmed row is never changed;
/// a later one takes its place, so that an old decision can be computed again.
/// </summary>
public sealed class ParameterRow : IVersioned
{
    private const decimal LargestNumber = 100_000_000;

    /// <summary>The row.</summary>
    public Guid Id { get; init; }

    /// <summary>The order of confirmation; absent while it is a draft.</summary>
    public int? Number { get; private set; }

    /// <summary>The name, such as E3.primary.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public required string Label { get; init; }

    /// <summary>The value as written.</summary>
    public required string Value { get; init; }

    /// <summary>The unit in Chinese.</summary>
    public required string Unit { get; init; }

    /// <summary>The first day it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day it holds.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The document it rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether no document was found and the client must confirm it.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The officer who drafted it; absent for what the department started with.</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>The officer who confirmed it.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>A row the department starts with.</summary>
    public static ParameterRow OfSeed(Parameter seed, int number) => new()
    {
        Id = Guid.NewGuid(),
        Number = number,
        Name = seed.Name,
        Label = seed.Label,
        Value = seed.Value,
        Unit = seed.Unit,
        From = seed.From,
        To = seed.To,
        Basis = seed.Basis,
        IsUnconfirmed = seed.IsUnconfirmed,
    };

    /// <summary>Confirms a draft under the next number; refused to the officer who drafted it.</summary>
    public Refusal? Confirm(Guid officer, int number)
    {
        if (Number is not null) return AidErrors.ParameterConfirmed;
        if (EnteredBy == officer) return AidErrors.SameOfficer;
        (Number, ConfirmedBy) = (number, officer);
        return null;
    }

    /// <summary>The row as policies read it.</summary>
    public Parameter ToParameter() => new(Number ?? 0, Name, Label, Value, Unit, From, To, Basis, IsUnconfirmed);

    /// <summary>Whether a value keeps the form of the one it follows: numbers stay numbers, a list keeps its length.</summary>
    public static bool HasFormOf(string like, string value)
    {
        var (before, after) = (like.Split(','), value.Split(','));
        return before.Length == after.Length && before.Zip(after).All(pair => !IsNumber(pair.First) || IsNumber(pair.Second));
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= LargestNumber;
}
