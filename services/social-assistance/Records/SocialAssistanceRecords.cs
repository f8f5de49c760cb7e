using System.Text.RegularExpressions;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.SocialAssistance.Allowances;
using Fupin.SocialAssistance.Certificates;
using Fupin.SocialAssistance.Insurance;
using Fupin.SocialAssistance.Prices;
using Fupin.SocialAssistance.Relief;
using Fupin.SocialAssistance.Utilities;

namespace Fupin.SocialAssistance.Records;

/// <summary>The records of the department (民政局记录).</summary>
internal static partial class SocialAssistanceRecords
{
    private const int NumberLength = 40;
    private static readonly Money Fen = new(1);
    private static readonly Money MostMonthly = Money.FromYuan(50_000);
    private static readonly Money Most = Money.FromYuan(10_000_000);

    public static readonly RecordKind<DisabilityRecord> Certificates = new RecordKind<DisabilityRecord>("disability-certificates")
        .Text(record => record.Tail, 4, TailForm(), SocialAssistanceErrors.WrongTail)
        .Date(record => record.ValidFrom)
        .Date(record => record.ValidTo)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.ValidTo, (record, _) => record.ValidTo < record.ValidFrom)
        .KeyedBy(record => record.ValidFrom);

    public static readonly RecordKind<CareAssessment> Assessments = new RecordKind<CareAssessment>("care-assessments")
        .Date(record => record.AssessedOn)
        .Word(record => record.Grade)
        .Word(record => record.Place)
        .Date(record => record.ValidTo)
        .Refuse(SocialAssistanceErrors.InTheFuture, record => record.AssessedOn, (record, ground) => record.AssessedOn > ground.Today)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.ValidTo, (record, _) => record.ValidTo < record.AssessedOn)
        .KeyedBy(record => record.AssessedOn);

    public static readonly RecordKind<OtherAllowance> Allowances = new RecordKind<OtherAllowance>("other-allowances")
        .Word(record => record.Kind)
        .Yuan(record => record.Monthly, Fen, MostMonthly)
        .Month(record => record.From)
        .Month(record => record.To)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.To, (record, _) => record.To is { } last && last < record.From)
        .KeyedBy(record => record.Kind, record => record.From);

    public static readonly RecordKind<ReliefApplication> Relief = new RecordKind<ReliefApplication>("relief-applications")
        .Text(record => record.Number, NumberLength)
        .Date(record => record.On)
        .Word(record => record.Cause)
        .Number(record => record.Persons, 1, 50)
        .Number(record => record.Times, 1, 6)
        .Yuan(record => record.Cost, Fen, Most)
        .Text(record => record.SettlementNo, NumberLength)
        .Date(record => record.VerifiedOn)
        .Refuse(SocialAssistanceErrors.InTheFuture, record => record.On, (record, ground) => record.On > ground.Today)
        .Refuse(SocialAssistanceErrors.NoCost, record => record.Cost, (record, _) => record is { SettlementNo: not null, Cost: null })
        .Refuse(SocialAssistanceErrors.TooManyPersons, record => record.Persons, (record, ground) => record.Persons > ground.Household?.Members.Count)
        .KeyedOverallBy(record => record.Number);

    public static readonly RecordKind<CharityApplication> Charity = new RecordKind<CharityApplication>("charity-applications")
        .Text(record => record.Number, NumberLength)
        .Date(record => record.On)
        .Word(record => record.Disease)
        .Text(record => record.SettlementNo, NumberLength)
        .Yuan(record => record.Cost, Fen, Most)
        .Refuse(SocialAssistanceErrors.InTheFuture, record => record.On, (record, ground) => record.On > ground.Today)
        .Refuse(SocialAssistanceErrors.NoCost, record => record.Cost, (record, _) => record is { SettlementNo: not null, Cost: null })
        .KeyedOverallBy(record => record.Number);

    public static readonly RecordKind<PriceIndex> Prices = new RecordKind<PriceIndex>("price-indices")
        .Month(record => record.Month)
        .Text(record => record.Cpi, 6, RiseForm(), SocialAssistanceErrors.WrongRise)
        .Text(record => record.Food, 6, RiseForm(), SocialAssistanceErrors.WrongRise)
        .Date(record => record.PublishedOn)
        .Refuse(SocialAssistanceErrors.InTheFuture, record => record.PublishedOn, (record, ground) => record.PublishedOn > ground.Today)
        .Refuse(SocialAssistanceErrors.IndexTooEarly, record => record.Month, (record, _) => record.Month.Last >= record.PublishedOn)
        .KeyedBy(record => record.Month);

    public static readonly RecordKind<UtilityAccount> Utilities = new RecordKind<UtilityAccount>("utility-accounts")
        .Word(record => record.Utility)
        .Text(record => record.AccountNo, NumberLength)
        .Month(record => record.From)
        .Month(record => record.To)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.To, (record, _) => record.To is { } last && last < record.From)
        .KeyedOverallBy(record => record.Utility, record => record.AccountNo);

    public static readonly RecordKind<PersonInsurance> PersonInsurances = new RecordKind<PersonInsurance>("person-insurances")
        .Text(record => record.PolicyNo, NumberLength)
        .Word(record => record.Risk)
        .Word(record => record.Payer)
        .Text(record => record.Insurer, 60)
        .Date(record => record.From)
        .Date(record => record.To)
        .Yuan(record => record.SumInsured, Fen, Most)
        .Yuan(record => record.Premium, Fen, MostMonthly)
        .Refuse(SocialAssistanceErrors.NotOfPerson, record => record.Risk, (record, _) => record.Risk is Risk.Property or Risk.Farming)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedOverallBy(record => record.PolicyNo);

    public static readonly RecordKind<HouseholdInsurance> HouseholdInsurances = new RecordKind<HouseholdInsurance>("household-insurances")
        .Text(record => record.PolicyNo, NumberLength)
        .Word(record => record.Risk)
        .Word(record => record.Payer)
        .Text(record => record.Insurer, 60)
        .Date(record => record.From)
        .Date(record => record.To)
        .Yuan(record => record.SumInsured, Fen, Most)
        .Yuan(record => record.Premium, Fen, MostMonthly)
        .Refuse(SocialAssistanceErrors.NotOfHousehold, record => record.Risk, (record, _) => record.Risk is Risk.Accident or Risk.Health)
        .Refuse(SocialAssistanceErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedOverallBy(record => record.PolicyNo);

    public static readonly RecordKind<InsurancePayout> Payouts = new RecordKind<InsurancePayout>("insurance-payouts")
        .Text(record => record.Number, NumberLength)
        .Text(record => record.PolicyNo, NumberLength)
        .Date(record => record.On)
        .Yuan(record => record.Amount, Fen, Most)
        .Text(record => record.About, NumberLength)
        .Refuse(SocialAssistanceErrors.InTheFuture, record => record.On, (record, ground) => record.On > ground.Today)
        .KeyedOverallBy(record => record.Number);

    public static readonly RecordKind[] All =
        [Certificates, Assessments, Allowances, Relief, Charity, Prices, Utilities, PersonInsurances, HouseholdInsurances, Payouts];

    [GeneratedRegex("^[1-7][1-4]([0-9A-Z][0-9])?$")]
    private static partial Regex TailForm();

    [GeneratedRegex(@"^-?\d{1,2}(\.\d{1,2})?$")]
    private static partial Regex RiseForm();
}
