using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fupin.Aid.Households;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fupin.Aid.Records;

/// <summary>Whom a record is about (记录对象).</summary>
public enum RecordSubject
{
    /// <summary>A person, found by ID number (个人).</summary>
    Person,

    /// <summary>A household, found by its number (户).</summary>
    Household,

    /// <summary>Nobody: it holds for all, as a price index does (不对应个人).</summary>
    None,
}

/// <summary>What is known beside the record when it is checked (校验依据).</summary>
/// <param name="Today">The day, on the platform clock.</param>
/// <param name="Household">The facts of its household; null while nobody knows whose it is, and for records about nobody.</param>
/// <param name="Member">The facts of its person, likewise.</param>
public sealed record RecordGround(DateOnly Today, HouseholdFacts? Household, MemberFacts? Member);

/// <summary>A kind of records, whatever its class is (记录种类). Departments declare a <see cref="RecordKind{TRecord}"/>.</summary>
public abstract class RecordKind
{
    private protected RecordKind(string name, KindTexts texts) => (Name, Texts) = (name, texts);

    /// <summary>The name in routes, such as school-records.</summary>
    public string Name { get; }

    /// <summary>What people call it; the name of its sheet too.</summary>
    public string Title => Texts.Title;

    /// <summary>Whom its records are about.</summary>
    public abstract RecordSubject Subject { get; }

    internal KindTexts Texts { get; }

    internal abstract IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>The headers by which a row says whom it is about; the first one must be filled in.</summary>
    internal IReadOnlyList<string> SubjectHeaders => Subject switch
    {
        RecordSubject.Person => [RecordTexts.Shared.Headers["idNumber"], RecordTexts.Shared.Headers["name"], RecordTexts.Shared.Headers["village"]],
        RecordSubject.Household => [RecordTexts.Shared.Headers["householdNumber"]],
        _ => [],
    };

    /// <summary>The form of its sheet.</summary>
    internal SheetForm Form => new(
        Title, [.. SubjectHeaders, .. Columns.Select(column => column.Header)], RecordTexts.Shared.Headers["result"], AidErrors.OfWorkbook)
    {
        Required = [.. SubjectHeaders.Take(1), .. Columns.Where(column => column.IsRequired).Select(column => column.Header)],
        Days = [.. Columns.Where(column => column.Type is RecordColumnType.Date or RecordColumnType.Month).Select(column => column.Header)],
    };

    /// <summary>The header under which findings about a record as a whole stand.</summary>
    internal abstract string KeyHeader { get; }

    internal abstract IRecord Blank();

    internal abstract (RecordColumn? Column, Refusal? Refusal) Check(IRecord record, RecordGround ground);

    /// <summary>Gives the record the key that its columns, and whom it is about, make.</summary>
    internal abstract void Sign(IRecord record);

    /// <summary>The records with some keys as they will be after the save.</summary>
    internal abstract Task<Dictionary<string, IRecord>> FindAsync(DbContext db, IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>The records of some households as they will be after the save; all of them for records about nobody.</summary>
    internal abstract Task<IReadOnlyList<IRecord>> OfAsync(DbContext db, IReadOnlyCollection<Guid> households, CancellationToken ct);

    /// <summary>A page of records in the order of their keys.</summary>
    internal abstract Task<IReadOnlyList<IRecord>> PageAsync(DbContext db, Guid? household, string? after, int size, CancellationToken ct);

    internal abstract void Map(ModelBuilder model, IScopedDb db);

    internal abstract Refusal[] Refusals { get; }

    internal abstract JsonElement ToJson(IRecord record);

    internal abstract IRecord FromJson(JsonElement json);
}

/// <summary>
/// A kind of records that a department keeps (记录种类), declared once, column by column. From the declaration come the JSON routes, the
/// template, import and marked workbook, the work list of unmatched records, the tables and the portal's pages.
/// </summary>
/// <remarks>
/// How to declare one:
/// <list type="number">
/// <item>Write the record as a plain class with settable properties that implements <see cref="IPersonRecord"/> (about a person),
/// <see cref="IHouseholdRecord"/> (about a household, by its number) or <see cref="IRecord"/> (about nobody). A property that may be null
/// is a column that may be left blank.</item>
/// <item>Write its words into <c>Records/records.json</c>, embedded as <c>records.json</c>: per kind a <c>title</c>, and per column
/// (named as the property, camelCase) a <c>header</c>, where it helps a <c>hint</c>, and for a fixed list the <c>words</c> by enum member.</item>
/// <item>Declare it as a static, and list all of them:
/// <code>
/// internal static class EducationRecords
/// {
///     public static readonly RecordKind&lt;SchoolRecord&gt; Schools = new RecordKind&lt;SchoolRecord&gt;("school-records")
///         .Text(record => record.Term, 7, TermForm(), EducationAidErrors.NoSuchTerm)
///         .Yuan(record => record.Tuition, Money.Zero, MostTuition)
///         .Code(record => record.Stage, "student_status")
///         .Word(record => record.Enrolment)
///         .Refuse(EducationAidErrors.NoReason, record => record.Reason, (record, _) => record is { Enrolment: Enrolment.DroppedOut, Reason: null })
///         .KeyedBy(record => record.Term);
///
///     public static readonly RecordKind[] All = [Schools];
/// }
/// </code></item>
/// <item>In the context <c>modelBuilder.AddRecords(this, EducationRecords.All)</c>; in Program.cs
/// <c>builder.AddRecords(EducationRecords.All)</c> and <c>app.MapRecords()</c>. A department without other records of its own says
/// <c>builder.AddAid&lt;KeptRecords&gt;(book)</c>, and its policies find them by <c>aidCase.Records.Of&lt;SchoolRecord&gt;()</c>.</item>
/// </list>
/// Entering, correcting and importing decide on the households anew in the same save. Records about nobody are given to every household's
/// case, and a change of one decides on everybody of the running month; keep them few.
/// </remarks>
/// <typeparam name="TRecord">The record.</typeparam>
public sealed class RecordKind<TRecord> : RecordKind
    where TRecord : class, IRecord, new()
{
    private static readonly MethodInfo Scoped = typeof(RecordKind<TRecord>).GetMethod(nameof(MapHousehold), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly List<RecordColumn> columns = [];
    private readonly List<(Refusal Refusal, RecordColumn Column, Func<TRecord, RecordGround, bool> When)> checks = [];
    private readonly List<RecordColumn> key = [];
    private bool isKeyedOverall;

    /// <summary>A kind by its name in routes; refuses (<see cref="InvalidOperationException"/>) one of which records.json says nothing.</summary>
    public RecordKind(string name)
        : base(name, RecordTexts.Of(typeof(TRecord).Assembly, name))
    {
    }

    /// <inheritdoc />
    public override RecordSubject Subject =>
        typeof(TRecord).IsAssignableTo(typeof(IPersonRecord)) ? RecordSubject.Person
        : typeof(TRecord).IsAssignableTo(typeof(IHouseholdRecord)) ? RecordSubject.Household
        : RecordSubject.None;

    internal override IReadOnlyList<RecordColumn> Columns => columns;

    internal override Refusal[] Refusals => [.. columns.Select(column => column.Refusal).Concat(checks.Select(check => check.Refusal)).OfType<Refusal>().Distinct()];

    /// <summary>A column of text of at most so many letters, where wanted of a form; <paramref name="refusal"/> are own words for whatever is wrong in it.</summary>
    public RecordKind<TRecord> Text(Expression<Func<TRecord, string?>> of, int longest, Regex? form = null, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.Text, RecordCells.Text(longest, form)) { Longest = longest, Refusal = refusal });
    }

    /// <summary>A column of whole numbers; the property is an int or a long.</summary>
    public RecordKind<TRecord> Number(Expression<Func<TRecord, long?>> of, long least, long most, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.Number, RecordCells.Number(least, most)) { Refusal = refusal });
    }

    /// <summary>A column of amounts, yuan in workbooks and fen in JSON.</summary>
    public RecordKind<TRecord> Yuan(Expression<Func<TRecord, Money?>> of, Money least, Money most, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.Yuan, RecordCells.Yuan(least, most)) { Limits = (least, most), Refusal = refusal });
    }

    /// <summary>A column of days.</summary>
    public RecordKind<TRecord> Date(Expression<Func<TRecord, DateOnly?>> of, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.Date, RecordCells.Date) { Refusal = refusal });
    }

    /// <summary>A column of months.</summary>
    public RecordKind<TRecord> Month(Expression<Func<TRecord, AidMonth?>> of, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.Month, RecordCells.Month) { Refusal = refusal });
    }

    /// <summary>A column of yes and no.</summary>
    public RecordKind<TRecord> YesNo(Expression<Func<TRecord, bool?>> of, Refusal? refusal = null)
    {
        var (property, texts) = Told(of);
        return With(new RecordColumn(property, texts, RecordColumnType.YesNo, RecordCells.YesNo)
        {
            Choices = [new("true", RecordTexts.Shared.Headers["yes"]), new("false", RecordTexts.Shared.Headers["no"])],
            Refusal = refusal,
        });
    }

    /// <summary>A column of codes of a published list; the enum's numbers are the list's codes.</summary>
    public RecordKind<TRecord> Code<TCode>(Expression<Func<TRecord, TCode>> of, string list, Refusal? refusal = null)
        where TCode : struct, Enum => CodeOf<TCode>(Told(of), list, refusal);

    /// <summary>The same, which may be left blank.</summary>
    public RecordKind<TRecord> Code<TCode>(Expression<Func<TRecord, TCode?>> of, string list, Refusal? refusal = null)
        where TCode : struct, Enum => CodeOf<TCode>(Told(of), list, refusal);

    /// <summary>A column of a fixed list of the department's own; records.json has the word of each member.</summary>
    public RecordKind<TRecord> Word<TWord>(Expression<Func<TRecord, TWord>> of, Refusal? refusal = null)
        where TWord : struct, Enum => WordOf<TWord>(Told(of), refusal);

    /// <summary>The same, which may be left blank.</summary>
    public RecordKind<TRecord> Word<TWord>(Expression<Func<TRecord, TWord?>> of, Refusal? refusal = null)
        where TWord : struct, Enum => WordOf<TWord>(Told(of), refusal);

    /// <summary>Refuses a record that is wrong as a whole, and marks a column; checked in the order of declaration, after the cells.</summary>
    public RecordKind<TRecord> Refuse(Refusal refusal, Expression<Func<TRecord, object?>> at, Func<TRecord, RecordGround, bool> when)
    {
        checks.Add((refusal, ColumnOf(at), when));
        return this;
    }

    /// <summary>Says which columns, beside whom it is about, make a record: the same key again corrects it.</summary>
    public RecordKind<TRecord> KeyedBy(params Expression<Func<TRecord, object?>>[] of)
    {
        key.AddRange(of.Select(ColumnOf));
        return this;
    }

    /// <summary>Says which columns alone make a record, such as an invoice number; the same key of somebody else is refused.</summary>
    public RecordKind<TRecord> KeyedOverallBy(params Expression<Func<TRecord, object?>>[] of)
    {
        isKeyedOverall = true;
        return KeyedBy(of);
    }

    internal override string KeyHeader => key.Count > 0 ? key[0].Header : SubjectHeaders[0];

    internal override IRecord Blank() => new TRecord();

    internal override (RecordColumn? Column, Refusal? Refusal) Check(IRecord record, RecordGround ground)
    {
        var wrong = checks.Find(check => check.When((TRecord)record, ground));
        return (wrong.Column, wrong.Refusal);
    }

    internal override void Sign(IRecord record)
    {
        var parts = key.Select(column => column.KeyPart(record));
        record.Key = string.Join('|', isKeyedOverall ? parts : record switch
        {
            IPersonRecord ofPerson => parts.Prepend(ofPerson.MemberId.ToString("N")),
            IHouseholdRecord ofHousehold => parts.Prepend(ofHousehold.HouseholdId.ToString("N")),
            _ => parts,
        });
    }

    internal override async Task<Dictionary<string, IRecord>> FindAsync(DbContext db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Set<TRecord>().WithUnsavedAsync(db, record => keys.Contains(record.Key), ct)).ToDictionary(record => record.Key, IRecord (record) => record);

    internal override async Task<IReadOnlyList<IRecord>> OfAsync(DbContext db, IReadOnlyCollection<Guid> households, CancellationToken ct) => Subject == RecordSubject.None
        ? await db.Set<TRecord>().WithUnsavedAsync(db, _ => true, ct)
        : await db.Set<TRecord>().WithUnsavedAsync(db, record => households.Contains(((IHouseholdRecord)record).HouseholdId), ct);

    internal override async Task<IReadOnlyList<IRecord>> PageAsync(DbContext db, Guid? household, string? after, int size, CancellationToken ct)
    {
        var query = db.Set<TRecord>().AsNoTracking();
        if (household is { } one) query = Subject == RecordSubject.None ? query.Where(_ => false) : query.Where(record => ((IHouseholdRecord)record).HouseholdId == one);
        if (after is not null) query = query.Where(record => string.Compare(record.Key, after) > 0);
        return await query.OrderBy(record => record.Key).Take(size).ToListAsync(ct);
    }

    internal override void Map(ModelBuilder model, IScopedDb db)
    {
        var table = string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        model.Entity<TRecord>(row =>
        {
            row.ToTable(table).HasKey(record => record.Id);
            row.Property(record => record.Id).ValueGeneratedNever();
            row.Property(record => record.Key).HasMaxLength(200);
            row.HasIndex(record => record.Key).IsUnique();
            foreach (var column in columns.Where(column => column.Longest is not null)) row.Property(column.Property.Name).HasMaxLength(column.Longest!.Value);
        });
        if (Subject != RecordSubject.None) Scoped.MakeGenericMethod(typeof(TRecord)).Invoke(null, [model, db]);
    }

    internal override JsonElement ToJson(IRecord record) => JsonSerializer.SerializeToElement((TRecord)record, EventCatalog.Json);

    internal override IRecord FromJson(JsonElement json) => json.Deserialize<TRecord>(EventCatalog.Json)!;

    private static void MapHousehold<TRow>(ModelBuilder model, IScopedDb db)
        where TRow : class, IHouseholdRecord
    {
        var row = model.Entity<TRow>();
        row.HasIndex(nameof(IHouseholdRecord.HouseholdId));
        row.HasScope(db);
    }

    private RecordKind<TRecord> CodeOf<TCode>((PropertyInfo Property, ColumnTexts Texts) told, string list, Refusal? refusal)
        where TCode : struct, Enum => With(new RecordColumn(told.Property, told.Texts, RecordColumnType.Code, RecordCells.Code<TCode>(list))
        {
            Choices = [.. Enum.GetValues<TCode>().Select(value => new RecordChoice(NameOf(value), CodeLists.NameOf(list, value)))],
            Refusal = refusal,
        });

    private RecordKind<TRecord> WordOf<TWord>((PropertyInfo Property, ColumnTexts Texts) told, Refusal? refusal)
        where TWord : struct, Enum
    {
        var words = Enum.GetValues<TWord>().ToDictionary(
            value => value,
            value => told.Texts.Words?.GetValueOrDefault(NameOf(value)) ?? throw new InvalidOperationException($"records.json has no word for {NameOf(value)} of {Name}."));
        return With(new RecordColumn(told.Property, told.Texts, RecordColumnType.Code, RecordCells.Word(words))
        {
            Choices = [.. words.Select(word => new RecordChoice(NameOf(word.Key), word.Value))],
            Refusal = refusal,
        });
    }

    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private RecordKind<TRecord> With(RecordColumn column)
    {
        columns.Add(column);
        return this;
    }

    private (PropertyInfo Property, ColumnTexts Texts) Told(LambdaExpression of)
    {
        var property = PropertyOf(of);
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        return (property, Texts.Columns.GetValueOrDefault(name) ?? throw new InvalidOperationException($"records.json says nothing of {name} of {Name}."));
    }

    private RecordColumn ColumnOf(LambdaExpression of)
    {
        var property = PropertyOf(of);
        return columns.Find(column => column.Property == property) ?? throw new InvalidOperationException($"{property.Name} is no column of {Name}.");
    }

    // record => record.Amount, with whatever conversion the compiler put around it.
    private static PropertyInfo PropertyOf(LambdaExpression of)
    {
        var body = of.Body is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? conversion.Operand : of.Body;
        body = body is UnaryExpression { NodeType: ExpressionType.Convert } inner ? inner.Operand : body;
        return (body as MemberExpression)?.Member as PropertyInfo ?? throw new ArgumentException("A column is a property of the record.", nameof(of));
    }
}
