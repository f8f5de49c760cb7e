using System.Text.Json;
using System.Text.Json.Nodes;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.DataUse;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Households;
using Fupin.Registration.Identification.Lists;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Dci.Searching;

/// <summary>
/// Answers the requests of a search (办理查询) inside the region of the partner's machine officer. Each reading of identified data is recorded for
/// its household; the caller saves once, at its end.
/// </summary>
internal sealed class RecordFinder(RegistrationDb db, IOutbox outbox, FieldCipher cipher, CurrentOfficer officer, TimeProvider clock)
{
    private const int LargestPage = 100;
    private const int Furthest = 10_000;
    private const int LongestReason = 200;

    public async Task<SearchReply> AnswerAsync(Registry registry, PartnerMessage message, CancellationToken ct)
    {
        var outcomes = new List<SearchOutcome>();
        foreach (var item in message.Items)
        {
            var asked = Wire.Read<SearchItem>(item);
            var repeated = outcomes.Exists(one => one.ReferenceId == asked?.ReferenceId);
            outcomes.Add(await OutcomeAsync(registry, message, asked, repeated, ct));
        }

        return new SearchReply(message.TransactionId, message.CorrelationId, outcomes);
    }

    private async Task<SearchOutcome> OutcomeAsync(Registry registry, PartnerMessage message, SearchItem? item, bool repeated, CancellationToken ct)
    {
        var refusal = item switch
        {
            null or { SearchCriteria: null } => DciErrors.CriteriaWrong.With(DciErrors.Reasons.QueryShape),
            _ when !Wire.IsId(item.ReferenceId) => DciErrors.ReferenceMissing,
            _ when repeated => DciErrors.ReferenceTwice,
            _ when Wire.ReadTime(item.Timestamp) is null => DciErrors.TimestampWrong,
            _ => null,
        };
        var (data, page, note, no) = refusal is null ? await FindAsync(registry, message, item!.SearchCriteria!, ct) : (null, null, null, refusal);
        return new SearchOutcome(
            item?.ReferenceId ?? "", Wire.Write(TimeProvider.System.GetUtcNow().UtcDateTime), no is null ? RequestStatus.Succeeded : RequestStatus.Rejected,
            no is null ? null : CodeOf(no), no?.Text ?? note?.Text, data, page);
    }

    private async Task<(SearchData? Data, PageOf? Page, Refusal? Note, Refusal? Refusal)> FindAsync(
        Registry registry, PartnerMessage message, SearchCriteria criteria, CancellationToken ct)
    {
        var (purpose, note) = await PurposeAsync(criteria, ct);
        var (found, month, refusal) = Filtered(registry, criteria, purpose);
        if (found is null) return (null, null, null, refusal);
        if (Ordered(found, criteria.Sort) is not { } ordered) return (null, null, null, DciErrors.SortWrong.With(criteria.Sort![0].AttributeName?[..Math.Min(50, criteria.Sort[0].AttributeName!.Length)] ?? ""));
        var (size, number) = (criteria.Pagination?.PageSize ?? LargestPage, criteria.Pagination?.PageNumber ?? 1);
        if (size is < 1 or > LargestPage || number < 1) return (null, null, null, DciErrors.PaginationWrong.With(LargestPage));

        var total = await found.CountAsync(ct);
        if ((long)(number - 1) * size > Furthest) return (null, null, null, DciErrors.TooManyRecords.With(Furthest));
        if (criteria.Pagination is null && total > LargestPage) return (null, null, null, DciErrors.TooManyRecords.With(LargestPage));
        var households = await ordered.Skip((number - 1) * size).Take(size).Whole().ToListAsync(ct);
        if (purpose is not null)
        {
            if (await Readings.TooOftenAsync(db, officer, clock, ct) is { } often) return (null, null, null, often with { Code = DciErrors.TooManyRecords.Code });
            foreach (var household in households) Record(household, purpose, StatedPurpose.Of(criteria)!, message);
        }

        var records = await new RecordWriter(db, cipher, clock).WriteAsync(registry, households, month, purpose, ct);
        var data = new SearchData(Wire.Version, Vocabulary.Dci.RegTypes[registry], criteria.RegEventType, Vocabulary.Dci.RecordTypes[registry], records);
        return (data, new PageOf(size, number, total), note, null);
    }

    private (IQueryable<Household>? Found, AidMonth Month, Refusal? Refusal) Filtered(Registry registry, SearchCriteria criteria, Purpose? purpose)
    {
        var (condition, unreadable) = QueryReader.Read(criteria.QueryType, criteria.Query);
        if (condition is null) return (null, default, unreadable);
        if (condition is Condition.Identified { Type: PartnerIdentifier.IdNumber } && purpose?.Gives(Purpose.IdNumber) != true) return (null, default, DciErrors.PurposeMissing with { Code = DciErrors.CriteriaWrong.Code });
        if (!HouseholdFilter.TryMonth(condition, clock.ThisMonth(), out var month)) return (null, default, DciErrors.FilterWrong.With(DciErrors.Reasons.Month));
        var (filter, refusal) = new HouseholdFilter(db, cipher, month).Read(condition);
        if (filter is null) return (null, default, refusal);

        var households = db.Households.AsNoTracking().Where(one => one.Number != null).Where(filter);
        if (criteria.RegEventType is null) return (households, month, null);
        return Vocabulary.Dci.EventOf(registry, criteria.RegEventType) switch
        {
            PartnerEvent.Registered => (households.Where(one => one.Status == HouseholdStatus.Registered), month, null),
            PartnerEvent.Deregistered => (households.Where(one => one.Status == HouseholdStatus.Exited), month, null),
            PartnerEvent.Enrolled => (households.Where(one => db.AidAccounts.Any(account => account.HouseholdId == one.Id && account.Month == month)), month, null),
            PartnerEvent.StatusChanged => (households.Where(one => db.AidAccounts.Any(account => account.HouseholdId == one.Id && account.Month == month && account.Revision > 1)), month, null),
            _ => (null, default, DciErrors.CriteriaWrong.With(DciErrors.Reasons.EventType)),
        };
    }

    // Whatever is wrong with the purpose, the answer is given without identified data and says why.
    private async Task<(Purpose? Purpose, Refusal? Note)> PurposeAsync(SearchCriteria criteria, CancellationToken ct)
    {
        if (StatedPurpose.Of(criteria) is not { } stated) return (null, null);
        if (!officer.Has(Permissions.RevealPersonal)) return (null, DciErrors.IdentifiedWithheld.With(DciErrors.Reasons.NotAllowed));
        if (string.IsNullOrWhiteSpace(stated.Text) || stated.Text.Length > LongestReason) return (null, DciErrors.IdentifiedWithheld.With(RegistrationErrors.ReasonMissing.Text));
        if (await Purpose.FindAsync(db, stated.Code, clock.Today(), ct) is not { } purpose) return (null, DciErrors.IdentifiedWithheld.With(RegistrationErrors.PurposeUnknown.Text));
        return purpose.IsOpenTo(officer.Department) ? (purpose, null) : (null, DciErrors.IdentifiedWithheld.With(RegistrationErrors.PurposeNotOpen.Text));
    }

    private void Record(Household household, Purpose purpose, StatedPurpose stated, PartnerMessage message)
    {
        var @case = $"{message.Partner.SenderId}/{message.TransactionId}";
        Readings.Record(db, outbox, officer, clock, household.Id, household.Village, purpose, stated.Text!.Trim(), @case[..Math.Min(100, @case.Length)]);
    }

    private static IQueryable<Household>? Ordered(IQueryable<Household> households, IReadOnlyList<SearchSort>? sort)
    {
        if (sort is not { Count: > 0 }) return households.OrderBy(one => one.Number);
        if (sort.Count > 1 || sort[0].SortOrder is not (null or "asc" or "desc")) return null;
        var down = sort[0].SortOrder == "desc";
        return sort[0].AttributeName switch
        {
            "group_identifier" => down ? households.OrderByDescending(one => one.Number) : households.OrderBy(one => one.Number),
            "place" or "area_code" => (down ? households.OrderByDescending(one => one.Village) : households.OrderBy(one => one.Village)).ThenBy(one => one.Number),
            "group_size" => (down ? households.OrderByDescending(one => one.Members.Count) : households.OrderBy(one => one.Members.Count)).ThenBy(one => one.Number),
            "registration_date" => (down ? households.OrderByDescending(one => one.RegisteredOn) : households.OrderBy(one => one.RegisteredOn)).ThenBy(one => one.Number),
            _ => null,
        };
    }

    // status_reason_code knows only the specification's own values.
    private static string CodeOf(Refusal refusal) => refusal.Code.StartsWith("rjct.", StringComparison.Ordinal) ? refusal.Code : DciErrors.CriteriaWrong.Code;
}

/// <summary>Writes the records of households in a registry's form (登记簿记录).</summary>
internal sealed class RecordWriter(RegistrationDb db, FieldCipher cipher, TimeProvider clock)
{
    /// <param name="registry">The form.</param>
    /// <param name="households">Whole households, in the order of the answer.</param>
    /// <param name="month">The month whose accounts count.</param>
    /// <param name="purpose">For what identified data is given; null for none.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IReadOnlyList<JsonObject>> WriteAsync(Registry registry, IReadOnlyList<Household> households, AidMonth month, Purpose? purpose, CancellationToken ct)
    {
        var villages = await db.VillageNamesAsync([.. households.Select(one => one.Village).Distinct()], ct);
        var context = new RecordContext(cipher, purpose, villages, clock.Today());
        if (registry == Registry.Social)
        {
            var incomes = await db.IncomeRulesAsync(ct);
            return [.. households.Select(one => GroupRecord.Of(one, incomes, context))];
        }

        var ids = households.Select(one => one.Id).ToList();
        var accounts = (await db.AidAccounts.AsNoTracking().Where(account => ids.Contains(account.HouseholdId) && account.Month <= month).ToListAsync(ct)).ToLookup(account => account.HouseholdId);
        return [.. households.Select(one => BeneficiaryRecord.Of(one, month, [.. accounts[one.Id]], context))];
    }
}
