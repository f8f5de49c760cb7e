using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Settlements;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.MedicalAid.Reimbursement;

/// <summary>
/// What was really reimbursed in a year (实际报销比例), by layer, town, village and class of household, beside the year before: the district
/// has to raise the ratio year by year. A bill counts in the year of its discharge; what was reversed does not count.
/// </summary>
// 依据：武发[2016]68号 四(三)(5)：逐年提高低收入人口住院费用报销比例
internal static class ReimbursementReport
{
    /// <summary>Sums of some bills.</summary>
    /// <param name="Key">A division code, or a class of household.</param>
    /// <param name="PaidBasisPoints">What was paid of the whole cost.</param>
    /// <param name="InScopeBasisPoints">What was paid of the cost within the catalogue.</param>
    public sealed record Row(
        string Key, int Bills, int Persons, Money Total, Money InScope, Money Basic, Money Serious, Money Supplementary, Money MedicalAid, Money SelfPaid,
        int PaidBasisPoints, int InScopeBasisPoints);

    /// <param name="RisenBasisPoints">By how much the ratio of the whole cost rose over the year before; absent where one of the years has no bill.</param>
    public sealed record Answer(
        int Year, CareKind? Care, Row All, Row YearBefore, int? RisenBasisPoints, IReadOnlyList<Row> Towns, IReadOnlyList<Row> Villages, IReadOnlyList<Row> Classes);

    public static void MapReimbursement(this IEndpointRouteBuilder app) =>
        app.MapGet("/reimbursement", Handle).RequireAuthorization(Permissions.ReadAid).Refuses(MedicalAidErrors.NoSuchYear);

    private static async Task<Results<Ok<Answer>, Refusal>> Handle(int year, MedicalAidDb db, CancellationToken ct, CareKind? care = null)
    {
        if (year is < 2000 or > 2100) return MedicalAidErrors.NoSuchYear;
        var (all, before) = (new Sum(), new Sum());
        Dictionary<DivisionCode, Sum> towns = [];
        Dictionary<DivisionCode, Sum> villages = [];
        Dictionary<HouseholdAttribute, Sum> classes = [];
        await foreach (var bill in BillsOf(year, care, db).AsAsyncEnumerable().WithCancellation(ct))
        {
            all.Add(bill);
            Of(towns, bill.Village.Town).Add(bill);
            Of(villages, bill.Village).Add(bill);
            Of(classes, bill.Attribute).Add(bill);
        }

        await foreach (var bill in BillsOf(year - 1, care, db).AsAsyncEnumerable().WithCancellation(ct)) before.Add(bill);

        var (row, rowBefore) = (all.ToRow("all"), before.ToRow("all"));
        return TypedResults.Ok(new Answer(
            year, care, row, rowBefore, row.Bills > 0 && rowBefore.Bills > 0 ? row.PaidBasisPoints - rowBefore.PaidBasisPoints : null,
            [.. towns.OrderBy(pair => pair.Key).Select(pair => pair.Value.ToRow(pair.Key.Digits))],
            [.. villages.OrderBy(pair => pair.Key).Select(pair => pair.Value.ToRow(pair.Key.Digits))],
            [.. classes.OrderBy(pair => pair.Key).Select(pair => pair.Value.ToRow(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(pair.Key.ToString())))]));
    }

    private sealed record Counted(DivisionCode Village, HouseholdAttribute Attribute, Guid MemberId, Paid Paid);

    private static IQueryable<Counted> BillsOf(int year, CareKind? care, MedicalAidDb db)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Settlements.AsNoTracking()
            .Where(bill => bill.DischargedOn >= first && bill.DischargedOn <= last && bill.Standing != Standing.Cancelled && (care == null || bill.Care == care))
            .Select(bill => new Counted(bill.Village, bill.Attribute, bill.MemberId, bill.Paid));
    }

    private static Sum Of<TKey>(Dictionary<TKey, Sum> sums, TKey key)
        where TKey : notnull
    {
        if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new Sum());
        return sum;
    }

    private sealed class Sum
    {
        private readonly HashSet<Guid> persons = [];
        private int bills;
        private Money total;
        private Money inScope;
        private Money basic;
        private Money serious;
        private Money supplementary;
        private Money medicalAid;

        public void Add(Counted bill)
        {
            var paid = bill.Paid;
            bills++;
            persons.Add(bill.MemberId);
            (total, inScope, basic) = (total + paid.Total, inScope + paid.InScope, basic + paid.Basic);
            (serious, supplementary, medicalAid) = (serious + paid.Serious, supplementary + paid.Supplementary, medicalAid + paid.MedicalAid);
        }

        public Row ToRow(string key)
        {
            var paid = basic + serious + supplementary + medicalAid;
            return new Row(
                key, bills, persons.Count, total, inScope, basic, serious, supplementary, medicalAid, total - paid,
                SettlementAnswer.RatioOf(paid, total), SettlementAnswer.RatioOf(paid, inScope));
        }
    }
}
