using System.Globalization;
using System.Text.Json;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.MedicalAid.Rehabilitation;

namespace Fupin.MedicalAid.Policies;

/// <summary>
/// Rehabilitation of the disabled (残疾人康复服务): a ratio of what a service cost by the level of disability, within a limit of the case
/// and one of the year. A case is paid in the month in which it came; what earlier ones of the year came to is computed from them.
/// </summary>
internal static class RehabilitationService
{
    public const string Code = "M7";

    // 依据：武发[2016]68号 四(三)(5)：为残疾人提供康复服务
    public static void Decide(AidCase aidCase, PolicyParameters parameters, Decisions decisions)
    {
        var cases = aidCase.Records.Of<RehabilitationCase>();
        if (cases.IsEmpty)
        {
            decisions.Not()?.Line("M7.not.case");
            return;
        }

        foreach (var one in cases)
        {
            if (AidMonth.Of(one.EnteredOn) is var month && month != aidCase.Month)
            {
                decisions.Not(one.MemberId)?.Line("M7.not.month", month);
                continue;
            }

            var before = Before(one, cases, parameters);
            var due = Due.Of(one, parameters, before);
            if (due.NotBecause is { } reason)
            {
                decisions.Not(one.MemberId)?.Line(reason);
                continue;
            }

            if (decisions.Give(one.MemberId, AidMonth.Of(one.CompletedOn).ToString(), AidNature.Service, due.Amount, one.CaseNo, one.Cost) is { } lines)
            {
                Explain(lines, one, due, before, parameters);
            }
        }
    }

    private static void Explain(Explanation lines, RehabilitationCase one, Due due, Money before, PolicyParameters parameters)
    {
        lines.Line("M7.case", one.CaseNo, one.CompletedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Cost)
            .Line("M7.level", one.Level!).Parameter(Due.RatioName(one)).Line("M7.paid", one.Cost, due.Ratio / 100m, due.Paid)
            .Parameter(Due.LimitName(one));
        if (due.Paid > due.Limit) lines.Line("M7.limited", due.Limit);
        lines.Parameter("M7.cap");
        if (due.Amount < Money.Min(due.Paid, due.Limit)) lines.Line("M7.capped", Money.Min(before, parameters.Money("M7.cap")), due.Amount);
    }

    // What the person's cases of the same year that came before this one are paid, each within what those before it left.
    private static Money Before(RehabilitationCase one, ReadOnlySpan<RehabilitationCase> cases, PolicyParameters parameters)
    {
        var sum = Money.Zero;
        foreach (var other in cases)
        {
            if (other.MemberId != one.MemberId || other.CompletedOn.Year != one.CompletedOn.Year || !ComesBefore(other, one)) continue;
            var uncapped = Due.Of(other, parameters.On(AidMonth.Of(other.EnteredOn).Last), Money.Zero);
            if (uncapped.NotBecause is null) sum += uncapped.Amount;
        }

        return sum;
    }

    private static bool ComesBefore(RehabilitationCase other, RehabilitationCase one) =>
        other.EnteredOn < one.EnteredOn || (other.EnteredOn == one.EnteredOn && string.CompareOrdinal(other.CaseNo, one.CaseNo) < 0);

    private readonly record struct Due(int Ratio, Money Paid, Money Limit, Money Amount, string? NotBecause)
    {
        private const int Heavy = 2;

        public static Due Of(RehabilitationCase one, PolicyParameters parameters, Money before)
        {
            if (one.Level is null) return Not("M7.not.certificate");
            if (parameters.Find(LimitName(one)) is not { } limit) return Not("M7.not.kind");
            if (one.CompletedOn < one.EnteredOn.AddMonths(-parameters.Number("M7.months"))) return Not("M7.not.late");
            var ratio = parameters.Ratio(RatioName(one));
            var (paid, most) = (Money.Min(one.Cost, one.Cost.Times(ratio)), limit.AsMoney());
            var left = Layer.LeftOf(parameters.Money("M7.cap"), before);
            if (one.Cost <= Money.Zero || ratio == 0 || most == Money.Zero) return Not("M7.not.cost");
            if (left == Money.Zero) return Not("M7.not.cap");
            var amount = Money.Min(left, Money.Min(paid, most));
            return amount > Money.Zero ? new Due(ratio, paid, most, amount, null) : Not("M7.not.cost");
        }

        public static string RatioName(RehabilitationCase one) => one.Level <= Heavy ? "M7.ratio.heavy" : "M7.ratio.light";

        public static string LimitName(RehabilitationCase one) => $"M7.limit.{JsonNamingPolicy.CamelCase.ConvertName(one.Kind.ToString())}";

        private static Due Not(string because) => new(0, Money.Zero, Money.Zero, Money.Zero, because);
    }
}
