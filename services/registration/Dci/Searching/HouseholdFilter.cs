using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci.Searching;

/// <summary>
/// Turns a condition into one the database answers (条件翻译). Only the attributes listed here can be asked for: what is sealed cannot be searched, and
/// nothing of the partner's text becomes part of a statement.
/// </summary>
/// <param name="db">The register.</param>
/// <param name="cipher">For looking up ID numbers by their blind index.</param>
/// <param name="month">The month whose accounts are asked for.</param>
internal sealed class HouseholdFilter(RegistrationDb db, FieldCipher cipher, AidMonth month)
{
    public const string Month = "benefit_month";

    private Refusal? refusal;

    /// <summary>The condition as a query; null with the reason when it names what cannot be asked.</summary>
    public (Expression<Func<Household, bool>>? Filter, Refusal? Refusal) Read(Condition condition)
    {
        var filter = Of(condition);
        return refusal is null ? (filter, null) : (null, refusal);
    }

    /// <summary>The month a condition asks for; false when it is no month or does not hold together with everything else.</summary>
    public static bool TryMonth(Condition condition, AidMonth usual, out AidMonth month)
    {
        month = usual;
        var together = condition is Condition.All all ? all.Of : [condition];
        foreach (var asked in together.OfType<Condition.Compare>().Where(one => one.Attribute == Month))
        {
            if (asked.Operator != "eq" || asked.Value.ValueKind != JsonValueKind.String || !AidMonth.TryParse(asked.Value.GetString(), out month)) return false;
        }

        return Comparisons(condition).Count(one => one.Attribute == Month) == together.OfType<Condition.Compare>().Count(one => one.Attribute == Month);
    }

    /// <summary>Whether a condition asks for a month.</summary>
    public static bool NamesMonth(Condition condition) => Comparisons(condition).Any(one => one.Attribute == Month);

    private static IEnumerable<Condition.Compare> Comparisons(Condition condition) => condition switch
    {
        Condition.All all => all.Of.SelectMany(Comparisons),
        Condition.Any any => any.Of.SelectMany(Comparisons),
        Condition.Not not => Comparisons(not.Of),
        Condition.Compare compare => [compare],
        _ => [],
    };

    private Expression<Func<Household, bool>> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Of.Select(Of).Aggregate((a, b) => Join(a, b, Expression.AndAlso)),
        Condition.Any any => any.Of.Select(Of).Aggregate((a, b) => Join(a, b, Expression.OrElse)),
        Condition.Not not => Inverse(Of(not.Of)),
        Condition.Identified identified => Of(identified),
        Condition.Compare compare => Of(compare),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private Expression<Func<Household, bool>> Of(Condition.Identified identified)
    {
        if (identified.Type == PartnerIdentifier.HouseholdNumber && HouseholdNumber.TryParse(identified.Value, out var number))
        {
            var digits = number.ToString();
            return one => one.Number == digits;
        }

        if (identified.Type == PartnerIdentifier.IdNumber && IdCardNumber.TryParse(identified.Value, out var id))
        {
            var index = cipher.BlindIndex(id.Whole, BlindIndexes.IdNumber);
            return one => one.Members.Any(member => member.IdIndex == index);
        }

        return No(DciErrors.CriteriaWrong.With(DciErrors.Reasons.IdentifierValue));
    }

    private Expression<Func<Household, bool>> Of(Condition.Compare compare) => compare.Attribute switch
    {
        "group_identifier" => Each(compare, text => HouseholdNumber.TryParse(text, out _) ? one => one.Number == text : null),
        "place" or "area_code" => Each(compare, Inside),
        "programme_identifier" => Each(compare, InProgramme),
        "group_size" => Ordered(compare, one => one.Members.Count, Whole),
        "registration_date" => Ordered(compare, one => one.RegisteredOn, Day),
        Month => one => true, // taken out of the condition before: the accounts shown are of that month
        _ => No(DciErrors.FilterWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.Attribute, compare.Attribute))),
    };

    private static Expression<Func<Household, bool>>? Inside(string text)
    {
        if (!DivisionCode.TryParse(text, out var low)) return null;
        var high = low.LastInside;
        return one => one.Village >= low && one.Village <= high;
    }

    private Expression<Func<Household, bool>>? InProgramme(string code)
    {
        if (code.Length > 10 || !code.All(char.IsAsciiLetterOrDigit)) return null;
        var written = $"\"policy\":\"{code}\"";
        var asked = month;
        return one => db.AidAccounts.Any(account => account.HouseholdId == one.Id && account.Month == asked && account.ResultJson!.Contains(written));
    }

    private Expression<Func<Household, bool>> Each(Condition.Compare compare, Func<string, Expression<Func<Household, bool>>?> one)
    {
        var values = compare switch
        {
            { Operator: "eq", Value.ValueKind: JsonValueKind.String } => [compare.Value.GetString()!],
            { Operator: "in", Value.ValueKind: JsonValueKind.String } => compare.Value.GetString()!.Split(',', 21, StringSplitOptions.TrimEntries).ToList(), // AttributeValue has no arrays
            { Operator: "in", Value.ValueKind: JsonValueKind.Array } => compare.Value.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : "").Take(21).ToList(),
            _ => [],
        };
        if (compare.Operator is not ("eq" or "in")) return No(DciErrors.FilterWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.Operator, compare.Attribute, compare.Operator)));
        var filters = values.Select(one).ToList();
        return filters.Count is 0 or > 20 || filters.Contains(null) ? WrongValue(compare) : filters.Select(filter => filter!).Aggregate((a, b) => Join(a, b, Expression.OrElse));
    }

    private Expression<Func<Household, bool>> Ordered<T>(Condition.Compare compare, Expression<Func<Household, T>> attribute, Func<JsonElement, object?> read)
    {
        if (read(compare.Value) is not { } value) return WrongValue(compare);
        Func<Expression, Expression, Expression>? how = compare.Operator switch
        {
            "eq" => Expression.Equal,
            "lt" => Expression.LessThan,
            "le" => Expression.LessThanOrEqual,
            "gt" => Expression.GreaterThan,
            "ge" => Expression.GreaterThanOrEqual,
            _ => null,
        };
        return how is null
            ? No(DciErrors.FilterWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.Operator, compare.Attribute, compare.Operator)))
            : Expression.Lambda<Func<Household, bool>>(how(attribute.Body, Expression.Constant(value, typeof(T))), attribute.Parameters);
    }

    private static object? Whole(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : null;

    // A day, or a time of it with its zone.
    private static object? Day(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var written = text.Length == 10 || Wire.ReadTime(text) is not null ? text[..10] : "";
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private Expression<Func<Household, bool>> WrongValue(Condition.Compare compare) => No(DciErrors.FilterWrong.With(DciErrors.Reasons.Put(DciErrors.Reasons.Value, compare.Attribute)));

    private Expression<Func<Household, bool>> No(Refusal why)
    {
        refusal ??= why;
        return _ => false;
    }

    private static Expression<Func<Household, bool>> Join(
        Expression<Func<Household, bool>> a, Expression<Func<Household, bool>> b, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<Household, bool>>(how(a.Body, new Renamed(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters);

    private static Expression<Func<Household, bool>> Inverse(Expression<Func<Household, bool>> of) => Expression.Lambda<Func<Household, bool>>(Expression.Not(of.Body), of.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
