using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;
using Fupin.Workbooks;

namespace Fupin.Aid.Records;

/// <summary>What stands in a column (列类型).</summary>
public enum RecordColumnType
{
    /// <summary>Text (文字).</summary>
    Text,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>An amount: yuan in workbooks, fen in JSON (金额).</summary>
    Yuan,

    /// <summary>A day (日期).</summary>
    Date,

    /// <summary>A month (月份).</summary>
    Month,

    /// <summary>Yes or no (是否).</summary>
    YesNo,

    /// <summary>One of a list (选项).</summary>
    Code,
}

/// <summary>A choice of a column (选项).</summary>
/// <param name="Value">As JSON writes it.</param>
/// <param name="Text">As people read it.</param>
public sealed record RecordChoice(string Value, string Text);

/// <summary>A column of a kind of records (记录列): its words, how its cells are read, and the property in which they end.</summary>
internal sealed class RecordColumn(PropertyInfo property, ColumnTexts texts, RecordColumnType type, ReadCell read)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public PropertyInfo Property => property;

    public string Header => texts.Header;

    public string? Hint => texts.Hint;

    public RecordColumnType Type => type;

    /// <summary>A column whose property may be null may be left blank.</summary>
    public bool IsRequired { get; } = !IsNullable(property);

    public int? Longest { get; init; }

    public IReadOnlyList<RecordChoice> Choices { get; init; } = [];

    /// <summary>Limits of amounts, where it holds amounts.</summary>
    public (Money Least, Money Most) Limits { get; init; }

    /// <summary>The department's own words for whatever is wrong here, where it has some.</summary>
    public Refusal? Refusal { get; init; }

    public CellValue Read(SheetCell cell)
    {
        if (cell.Text.Length > 0) return read(cell);
        return IsRequired ? new CellValue(null, "REQUIRED") : default;
    }

    /// <summary>Reads a field of a JSON body: amounts are fen there, all else is written as in a workbook, or as the platform writes it.</summary>
    public CellValue Read(JsonElement body)
    {
        if (!body.TryGetProperty(Name, out var field)) return Read(default(SheetCell) with { Raw = "" });
        return field.ValueKind switch
        {
            JsonValueKind.Null => Read(new SheetCell("", false)),
            JsonValueKind.True or JsonValueKind.False when type == RecordColumnType.YesNo => new CellValue(field.GetBoolean()),
            JsonValueKind.Number when type == RecordColumnType.Yuan => field.TryGetInt64(out var fen)
                ? RecordCells.Within(new Money(fen), Limits.Least, Limits.Most)
                : new CellValue(null, "AMOUNT", Limits.Least, Limits.Most),
            JsonValueKind.Number when type == RecordColumnType.Number => Read(new SheetCell(field.GetRawText(), true)),
            JsonValueKind.String when type is not (RecordColumnType.Yuan or RecordColumnType.Number) => Read(new SheetCell(field.GetString()!, false)),
            _ => new CellValue(null, "FORMAT"),
        };
    }

    public object? Get(IRecord record) => property.GetValue(record);

    public void Set(IRecord record, object? value) => property.SetValue(record, Fitting(value));

    /// <summary>What is wrong with a cell of this column, in the department's words or the shared ones.</summary>
    public Finding Finding(int row, CellValue wrong) => Refusal is { } own
        ? new Finding(row, Header, own.Code, FindingLevel.Error, own.Text)
        : RecordTexts.Finding(row, Header, wrong.Fault!, [Header, .. wrong.Shown]);

    /// <summary>The same as a refusal.</summary>
    public Refusal RefusalOf(CellValue wrong) => Refusal ?? AidErrors.WrongField.With(RecordTexts.Sentence(wrong.Fault!, [Header, .. wrong.Shown]));

    /// <summary>A value as a part of a key.</summary>
    public string KeyPart(IRecord record) => Get(record) switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Money money => money.Fen.ToString(CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private object? Fitting(object? value)
    {
        if (value is null) return null;
        var wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return value is long number && wanted != typeof(long) ? Convert.ChangeType(number, wanted, CultureInfo.InvariantCulture) : value;
    }

    private static bool IsNullable(PropertyInfo property)
    {
        if (Nullable.GetUnderlyingType(property.PropertyType) is not null) return true;
        if (property.PropertyType.IsValueType) return false;
        lock (Nullability) return Nullability.Create(property).WriteState == NullabilityState.Nullable;
    }
}
