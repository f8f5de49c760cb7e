using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Policies;

/// <summary>A dated value of a policy (政策参数), such as an amount, a ratio or an age.</summary>
/// <param name="Number">The order of entry; a later row of the same name and start takes the place of an earlier one.</param>
/// <param name="Name">The name: the policy code, a dot and the value's own name, such as E3.primary.</param>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Value">Its value: yuan, per cent, a number, or numbers with commas between.</param>
/// <param name="Unit">Its unit in Chinese: 元, %, 岁 …; empty for none.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="To">The last day it holds; open when absent.</param>
/// <param name="Basis">The document it rests on.</param>
/// <param name="IsUnconfirmed">Whether no document was found and the client must confirm the value ([NF]).</param>
public sealed record Parameter(
    int Number, string Name, string Label, string Value, string Unit, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed = false)
{
    /// <summary>The value as money; it is written in yuan.</summary>
    public Money AsMoney() => Money.FromYuan(AsDecimal());

    /// <summary>The value as basis points (万分比); it is written in per cent.</summary>
    public int AsBasisPoints() => checked((int)(AsDecimal() * 100m));

    /// <summary>The value as a whole number.</summary>
    public int AsInt() => int.Parse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The value as whole numbers; they are written with commas between.</summary>
    public IReadOnlyList<int> AsInts() => [.. Value.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    /// <summary>The value with its unit and basis as a line of a calculation.</summary>
    public TraceLine Line => new(Label, Unit.Length == 0 ? Value : $"{Value} {Unit}", Basis);

    private decimal AsDecimal() => decimal.Parse(Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

/// <summary>The text of a line of a calculation (计算过程文字), kept as data: policies say which line, the data says how it reads.</summary>
/// <param name="Name">The name: the policy code, a dot and the line's own name, such as J4.interest.</param>
/// <param name="Label">What the line is, in Chinese.</param>
/// <param name="Value">How its value reads, with {0}, {1} … for the figures.</param>
/// <param name="Basis">The document it rests on, where it has one of its own.</param>
public sealed record LineText(string Name, string Label, string Value, string? Basis = null);

/// <summary>The parameters of a department's policies (政策参数) as they hold on a day. What was not entered cannot be asked for: that is a fault and shows as one.</summary>
public sealed class PolicyParameters
{
    private readonly IReadOnlyCollection<Parameter> rows;
    private readonly IReadOnlyDictionary<string, LineText> texts;

    // Policies ask for the same values for every household of a district: they are found and read once.
    private readonly FrozenDictionary<string, Held> holding;
    private readonly ConcurrentDictionary<DateOnly, PolicyParameters> otherDays = new();
    private readonly ConcurrentDictionary<Type, object> derived = new();

    private readonly ConcurrentDictionary<Parameter, bool>? read;

    private PolicyParameters(
        IReadOnlyCollection<Parameter> rows, IReadOnlyDictionary<string, LineText> texts, int number, DateOnly day, ConcurrentDictionary<Parameter, bool>? read = null)
    {
        this.read = read;
        this.rows = rows;
        this.texts = texts;
        LastNumber = number;
        Version = string.Create(CultureInfo.InvariantCulture, $"v{number}");
        Day = day;
        holding = rows.Where(row => row.From <= day && (row.To is null || row.To >= day))
            .GroupBy(row => row.Name)
            .ToFrozenDictionary(same => same.Key, same => new Held(same.MaxBy(row => (row.From, row.Number))!), StringComparer.Ordinal);
    }

    /// <summary>The parameters out of all rows, on a day.</summary>
    public static PolicyParameters Of(IReadOnlyCollection<Parameter> rows, IEnumerable<LineText> texts, DateOnly day) => new(
        rows,
        texts.ToDictionary(text => text.Name),
        rows.Select(row => row.Number).DefaultIfEmpty().Max(),
        day);

    /// <summary>All rows, whenever they hold.</summary>
    public IReadOnlyCollection<Parameter> Rows => rows;

    /// <summary>The number of the last row known. Rows are only added, so the values of any number can be brought back.</summary>
    public int LastNumber { get; }

    /// <summary>The version that a decision keeps (参数版本).</summary>
    public string Version { get; }

    /// <summary>The day on which the values hold.</summary>
    public DateOnly Day { get; }

    /// <summary>The same parameters on another day.</summary>
    public PolicyParameters On(DateOnly day) => day == Day
        ? this
        : otherDays.GetOrAdd(day, static (other, from) => new PolicyParameters(from.rows, from.texts, from.LastNumber, other, from.read), this);

    /// <summary>The same parameters as they were while a row was the last one; an old decision is computed again with these.</summary>
    public PolicyParameters AsOf(int number) => number >= LastNumber
        ? this
        : new PolicyParameters([.. rows.Where(row => row.Number <= number)], texts, number, Day);

    /// <summary>The same parameters with some rows more, as if they were confirmed now (拟定参数试算).</summary>
    public PolicyParameters With(IEnumerable<Parameter> drafts)
    {
        var number = LastNumber;
        return new PolicyParameters([.. rows, .. drafts.Select(draft => draft with { Number = ++number })], texts, number, Day);
    }

    /// <summary>The same parameters, noting which of them are read: those a decision rests on.</summary>
    public PolicyParameters Noting() => new(rows, texts, LastNumber, Day, new ConcurrentDictionary<Parameter, bool>());

    /// <summary>The rows read since <see cref="Noting"/>, by name and first day.</summary>
    public IReadOnlyList<Parameter> Read =>
        [.. (read?.Keys ?? []).OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.From)];

    /// <summary>What a policy makes of the parameters once for all households, such as the bands of a scale; there is one of a type.</summary>
    public T Derived<T>(Func<PolicyParameters, T> make)
        where T : class => (T)derived.GetOrAdd(typeof(T), static (_, given) => given.make(given.from), (make, from: this));

    /// <summary>The row that holds on the day; null when none does, for a policy that begins or ends.</summary>
    public Parameter? Find(string name) => Noted(holding.GetValueOrDefault(name))?.Row;

    /// <summary>The row that holds on the day; refuses (<see cref="MissingParameterException"/>) when none does.</summary>
    public Parameter this[string name] => Get(name).Row;

    /// <summary>An amount.</summary>
    public Money Money(string name) => Get(name).Money;

    /// <summary>A ratio in basis points (万分比).</summary>
    public int Ratio(string name) => Get(name).Ratio;

    /// <summary>A whole number, such as an age or a number of months.</summary>
    public int Number(string name) => Get(name).Number;

    /// <summary>Whole numbers, such as the months of a term.</summary>
    public IReadOnlyList<int> Numbers(string name) => Get(name).Numbers;

    /// <summary>A line of a calculation that is a parameter itself: its label, its value and its basis.</summary>
    public TraceLine Line(string name) => this[name].Line;

    /// <summary>A line of a calculation after its text in the data, with figures put in.</summary>
    public TraceLine Line(string name, params object[] figures)
    {
        var text = texts.GetValueOrDefault(name) ?? throw new MissingParameterException(name, Day);
        return new TraceLine(text.Label, string.Format(CultureInfo.InvariantCulture, text.Value, figures), text.Basis);
    }

    private Held Get(string name) => Noted(holding.GetValueOrDefault(name)) ?? throw new MissingParameterException(name, Day);

    private Held? Noted(Held? held)
    {
        if (read is not null && held is not null) read.TryAdd(held.Row, true);
        return held;
    }

    // A row with its value as it is read; several threads may read it first, all to the same.
    private sealed class Held(Parameter row)
    {
        private Money? money;
        private int? ratio;
        private int? number;
        private IReadOnlyList<int>? numbers;

        public Parameter Row => row;

        public Money Money => money ??= row.AsMoney();

        public int Ratio => ratio ??= row.AsBasisPoints();

        public int Number => number ??= row.AsInt();

        public IReadOnlyList<int> Numbers => numbers ??= row.AsInts();
    }
}

/// <summary>A parameter or text that a policy asks for and nobody entered (缺少政策参数).</summary>
/// <param name="name">Its name.</param>
/// <param name="day">The day on which it should hold.</param>
public sealed class MissingParameterException(string name, DateOnly day)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"No value of '{name}' holds on {day:yyyy-MM-dd}."));
