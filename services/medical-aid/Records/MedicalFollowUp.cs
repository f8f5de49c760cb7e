using Fupin.Aid.Households;
using Fupin.Aid.Parameters;
using Fupin.Aid.Policies;
using Fupin.Aid.Proposals;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Premiums;
using Fupin.MedicalAid.Rehabilitation;
using Fupin.MedicalAid.Settlements;
using Fupin.ServiceDefaults;

namespace Fupin.MedicalAid.Records;

/// <summary>
/// What becomes of records that came in (登记后的办理): an invoice is settled at once, a premium and a rehabilitation get the day on which
/// they came, which says in which month they are due, whatever is corrected later.
/// </summary>
internal sealed class MedicalFollowUp(MedicalAidDb db, BillDesk bills, AidDesk desk, CurrentParameters parameters, TimeProvider clock) : IRecordFollowUp
{
    public Task FollowAsync(RecordKind kind, IReadOnlyList<IRecord> changed, CancellationToken ct) =>
        kind == MedicalRecords.Invoices ? SettleAsync([.. changed.Cast<Settlement>()], ct)
        : kind == MedicalRecords.Premiums ? ListAsync([.. changed.Cast<PremiumListing>()], ct)
        : CareAsync([.. changed.Cast<RehabilitationCase>()], ct);

    // What the desk refuses to an officer who stands there is here settled with nothing, and says why.
    private async Task SettleAsync(IReadOnlyList<Settlement> invoices, CancellationToken ct)
    {
        var today = clock.Today();
        var values = await parameters.OnAsync(today, ct);
        foreach (var bill in invoices)
        {
            var patient = new Patient(await FileAsync(bill, ct), bill.MemberId);
            patient.WriteTo(bill);
            (bill.Number, bill.On, bill.ParameterNumber) = (EnterSettlement.NumberOf(bill.Id, today), today, values.LastNumber);
            bill.Standing = !patient.File.Receives(AidMonth.Of(today)) ? Standing.RetentionOver : IsLate(bill, today, values) ? Standing.Late : Standing.Entitled;
        }

        foreach (var (household, member, year) in invoices.Select(bill => (bill.HouseholdId, bill.MemberId, bill.DischargedOn.Year)).Distinct())
        {
            await bills.SettleAsync(household, member, year, ct);
        }
    }

    private async Task ListAsync(IReadOnlyList<PremiumListing> listings, CancellationToken ct)
    {
        foreach (var listing in listings.Where(listing => listing.EnteredOn == default)) listing.EnteredOn = clock.Today();
        await DecideAsync(listings.Select(listing => (listing.HouseholdId, listing.EnteredOn)), ct);
    }

    // A case that was corrected leaves more or less of the year's limit to those that came after it.
    private async Task CareAsync(IReadOnlyList<RehabilitationCase> cases, CancellationToken ct)
    {
        foreach (var one in cases.Where(one => one.EnteredOn == default))
        {
            var member = (await FileAsync(one, ct)).Facts!.Members.Single(member => member.MemberId == one.MemberId);
            (one.EnteredOn, one.Level) = (clock.Today(), member.DisabilityType is null ? null : member.DisabilityLevel);
        }

        var members = cases.Select(one => one.MemberId).ToHashSet();
        var first = cases.Min(one => one.EnteredOn);
        var later = await db.RehabilitationCases.WithUnsavedAsync(db, one => members.Contains(one.MemberId) && one.EnteredOn >= first, ct);
        await DecideAsync(later.Select(one => (one.HouseholdId, one.EnteredOn)), ct);
    }

    // The month that runs is decided by whoever took the records in.
    private async Task DecideAsync(IEnumerable<(Guid Household, DateOnly On)> due, CancellationToken ct)
    {
        foreach (var month in due.GroupBy(one => AidMonth.Of(one.On)).Where(month => month.Key != clock.ThisMonth()).OrderBy(month => month.Key))
        {
            await desk.DecideAsync([.. month.Select(one => one.Household).Distinct()], month.Key, ct);
        }
    }

    private async Task<HouseholdFile> FileAsync(IPersonRecord record, CancellationToken ct) =>
        await db.Set<HouseholdFile>().FindAsync([record.HouseholdId], ct) ?? throw new InvalidOperationException("A record was put to a household without a file.");

    private static bool IsLate(Settlement bill, DateOnly today, PolicyParameters values) =>
        bill.DischargedOn < today.AddMonths(-values.On(today).Number("M1.months"));
}
