using System.Linq.Expressions;
using System.Text.Json;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Searching;
using Fupin.Registration.Households;
using Fupin.ServiceDefaults;

namespace Fupin.Registration.Dci.Subscriptions;

/// <summary>Which households a subscription is about (订阅范围).</summary>
internal static class SubscriptionFilter
{
    /// <summary>Why a filter cannot be subscribed to; null when it can.</summary>
    public static Refusal? Check(RegistrationDb db, FieldCipher cipher, SubscribeCriteria criteria)
    {
        var (condition, unreadable) = QueryReader.Read(TypeOf(criteria), criteria.Filter);
        if (condition is null) return DciErrors.NotifyDetailsWrong.With(unreadable!.Text);
        if (condition is Condition.Identified { Type: PartnerIdentifier.IdNumber }) return DciErrors.PersonInFilter;
        if (HouseholdFilter.NamesMonth(condition)) return DciErrors.NotifyDetailsWrong.With(HouseholdFilter.Month);
        return new HouseholdFilter(db, cipher, default).Read(condition).Refusal is { } unfit ? DciErrors.NotifyDetailsWrong.With(unfit.Text) : null;
    }

    /// <summary>The filter as a query, for changes of a month.</summary>
    public static Expression<Func<Household, bool>> FilterOf(this DciSubscription subscription, RegistrationDb db, FieldCipher cipher, AidMonth month)
    {
        var criteria = Wire.Read<SubscribeCriteria>(JsonElement.Parse(subscription.Criteria))!;
        var (condition, _) = QueryReader.Read(TypeOf(criteria), criteria.Filter);
        return new HouseholdFilter(db, cipher, month).Read(condition!).Filter!;
    }

    // filter_type may be left out; the three forms can be told apart.
    private static string? TypeOf(SubscribeCriteria criteria) => criteria.FilterType ?? criteria.Filter.ValueKind switch
    {
        JsonValueKind.Array => "predicate",
        JsonValueKind.Object when criteria.Filter.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object => "expression",
        JsonValueKind.Object => "idtype-value",
        _ => null,
    };
}
