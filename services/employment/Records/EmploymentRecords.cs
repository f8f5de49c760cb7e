using System.Text.RegularExpressions;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.Employment.Businesses;
using Fupin.Employment.Employers;
using Fupin.Employment.Industry;
using Fupin.Employment.Loans;
using Fupin.Employment.Matching;
using Fupin.Employment.PublicPosts;
using Fupin.Employment.Training;

namespace Fupin.Employment.Records;

/// <summary>The records of the department (人社局记录). Each row stands for itself, as the lists of providers, employers and banks do.</summary>
internal static partial class EmploymentRecords
{
    private static readonly Money Fen = new(1);
    private static readonly Money MostMonthly = Money.FromYuan(20_000);
    private static readonly Money MostLent = Money.FromYuan(1_000_000);

    public static readonly RecordKind<CourseEnrolment> Enrolments = new RecordKind<CourseEnrolment>("course-enrolments")
        .Text(record => record.CourseNo, 30)
        .Text(record => record.Provider, 60)
        .Word(record => record.Trade)
        .Date(record => record.From)
        .Date(record => record.To)
        .Text(record => record.OrderedBy, 18, CreditCode())
        .Number(record => record.Attendance, 0, 100)
        .Refuse(EmploymentErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedBy(record => record.CourseNo);

    public static readonly RecordKind<Certificate> Certificates = new RecordKind<Certificate>("certificates")
        .Text(record => record.CertificateNo, 40)
        .Text(record => record.CourseNo, 30)
        .Word(record => record.Level)
        .Date(record => record.IssuedOn)
        .Refuse(EmploymentErrors.NotYet, record => record.IssuedOn, (record, ground) => record.IssuedOn > ground.Today)
        .KeyedOverallBy(record => record.CertificateNo);

    public static readonly RecordKind<Business> Businesses = new RecordKind<Business>("businesses")
        .Text(record => record.LicenceNo, 40)
        .Text(record => record.Name, 60)
        .Date(record => record.OpenedOn)
        .Date(record => record.ClosedOn)
        .YesNo(record => record.IsFirst)
        .YesNo(record => record.IsSelfEmployed)
        .Refuse(EmploymentErrors.WrongDates, record => record.ClosedOn, (record, _) => record.ClosedOn < record.OpenedOn)
        .KeyedOverallBy(record => record.LicenceNo);

    public static readonly RecordKind<Loan> Loans = new RecordKind<Loan>("loan-records")
        .Text(record => record.Bank, 60)
        .Text(record => record.ContractNo, 60)
        .Word(record => record.Use)
        .Yuan(record => record.Principal, Fen, MostLent)
        .Number(record => record.RateBasisPoints, 1, EnterLoan.HighestRate, EmploymentErrors.WrongRate)
        .Date(record => record.AppliedOn)
        .Date(record => record.VillageOn)
        .Date(record => record.TownOn)
        .Date(record => record.DistrictOn)
        .Date(record => record.BankOn)
        .Date(record => record.IssuedOn)
        .Date(record => record.DueOn)
        .Date(record => record.RepaidOn)
        .Date(record => record.OverdueSince)
        .YesNo(record => record.HasOtherSubsidy)
        .Refuse(EmploymentErrors.NotForProduction, record => record.Use, (record, _) => !record.IsForProduction())
        .Refuse(EmploymentErrors.WrongDates, record => record.DueOn, (record, _) => record.DueOn <= record.IssuedOn)
        .Refuse(EmploymentErrors.WrongSteps, record => record.BankOn, (record, _) => !record.StepsAreInOrder())
        .KeyedOverallBy(record => record.ContractNo);

    public static readonly RecordKind<LoanRepayment> Repayments = new RecordKind<LoanRepayment>("loan-repayments")
        .Text(record => record.ContractNo, 60)
        .Date(record => record.On)
        .Yuan(record => record.Principal, Fen, MostLent)
        .Refuse(EmploymentErrors.NotYet, record => record.On, (record, ground) => record.On > ground.Today)
        .KeyedBy(record => record.ContractNo, record => record.On);

    public static readonly RecordKind<LoanInterest> Interest = new RecordKind<LoanInterest>("loan-interest")
        .Text(record => record.ContractNo, 60)
        .Text(record => record.Quarter, 7, QuarterForm(), EmploymentErrors.NoSuchQuarter)
        .Date(record => record.PaidOn)
        .Yuan(record => record.Interest, Money.Zero, MostLent)
        .Refuse(EmploymentErrors.NotYet, record => record.PaidOn, (record, ground) => record.PaidOn > ground.Today)
        .KeyedBy(record => record.ContractNo, record => record.Quarter);

    public static readonly RecordKind<EmploymentContract> Contracts = new RecordKind<EmploymentContract>("employment-contracts")
        .Text(record => record.EmployerCode, 18, CreditCode())
        .Text(record => record.Employer, 60)
        .Text(record => record.ContractNo, 30)
        .Date(record => record.From)
        .Date(record => record.To)
        .Date(record => record.EndedOn)
        .YesNo(record => record.HasOtherRelief)
        .Refuse(EmploymentErrors.WrongDates, record => record.To, (record, _) => record.To < record.From || record.EndedOn < record.From)
        .KeyedBy(record => record.EmployerCode, record => record.ContractNo);

    public static readonly RecordKind<InsurancePayment> Insurance = new RecordKind<InsurancePayment>("insurance-payments")
        .Month(record => record.Month)
        .Text(record => record.EmployerCode, 18, CreditCode())
        .Yuan(record => record.ByEmployer, Money.Zero, MostMonthly)
        .Yuan(record => record.ByPerson, Money.Zero, MostMonthly)
        .Refuse(EmploymentErrors.NothingPaid, record => record.ByPerson, (record, _) => record.ByEmployer == Money.Zero && record.ByPerson == Money.Zero)
        .Refuse(EmploymentErrors.NoEmployer, record => record.EmployerCode, (record, _) => record.EmployerCode is null && record.ByEmployer > Money.Zero)
        .KeyedBy(record => record.Month, record => record.EmployerCode);

    public static readonly RecordKind<FlexibleWork> Flexible = new RecordKind<FlexibleWork>("flexible-work")
        .Text(record => record.Occupation, 60)
        .Date(record => record.From)
        .Date(record => record.To)
        .YesNo(record => record.IsNearRetirement)
        .Refuse(EmploymentErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedBy(record => record.From);

    public static readonly RecordKind<PublicPost> Posts = new RecordKind<PublicPost>("public-post-records")
        .Text(record => record.Title, 60)
        .Date(record => record.From)
        .Date(record => record.To)
        .Yuan(record => record.MonthlyPay, Fen, MostMonthly)
        .Number(record => record.Placement, 1, 9)
        .YesNo(record => record.IsNearRetirement)
        .YesNo(record => record.HasPension)
        .Refuse(EmploymentErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedBy(record => record.From);

    public static readonly RecordKind<PostAttendance> Attendance = new RecordKind<PostAttendance>("post-attendance")
        .Month(record => record.Month)
        .Number(record => record.DaysDue, 1, 31)
        .Number(record => record.DaysWorked, 0, 31)
        .Refuse(EmploymentErrors.TooManyDays, record => record.DaysWorked, (record, _) => record.DaysWorked > record.DaysDue)
        .Refuse(EmploymentErrors.NotYet, record => record.Month, (record, ground) => record.Month.First > ground.Today)
        .KeyedBy(record => record.Month);

    public static readonly RecordKind<JobMatch> Matches = new RecordKind<JobMatch>("job-matches")
        .Text(record => record.LeadNo, 30)
        .Text(record => record.Cooperative, 60)
        .Text(record => record.Job, 60)
        .Date(record => record.LeadOn)
        .Date(record => record.MatchedOn)
        .Date(record => record.HiredOn)
        .Date(record => record.LeftOn)
        .Date(record => record.WageOn)
        .Yuan(record => record.Wage, Fen, MostMonthly)
        .Refuse(EmploymentErrors.WrongDates, record => record.HiredOn, (record, _) =>
            record.MatchedOn < record.LeadOn || record.HiredOn < (record.MatchedOn ?? DateOnly.MaxValue) || record.WageOn < (record.HiredOn ?? DateOnly.MaxValue)
            || record.LeftOn < (record.HiredOn ?? DateOnly.MaxValue))
        .KeyedBy(record => record.LeadNo);

    public static readonly RecordKind<IndustryAgreement> Agreements = new RecordKind<IndustryAgreement>("industry-agreements")
        .Text(record => record.AgreementNo, 40)
        .Text(record => record.RunBy, 60)
        .Word(record => record.Project)
        .Word(record => record.Link)
        .Date(record => record.From)
        .Date(record => record.To)
        .Refuse(EmploymentErrors.WrongDates, record => record.To, (record, _) => record.To < record.From)
        .KeyedBy(record => record.AgreementNo);

    public static readonly RecordKind<AgreementBenefit> Benefits = new RecordKind<AgreementBenefit>("agreement-benefits")
        .Text(record => record.AgreementNo, 40)
        .Number(record => record.Year, 2010, 2099)
        .Yuan(record => record.Amount, Fen, MostLent)
        .Date(record => record.PaidOn)
        .Refuse(EmploymentErrors.NotYet, record => record.PaidOn, (record, ground) => record.PaidOn > ground.Today)
        .KeyedBy(record => record.AgreementNo, record => record.Year);

    public static readonly RecordKind[] All =
    [
        Enrolments, Certificates, Businesses, Loans, Repayments, Interest, Contracts, Insurance, Flexible, Posts, Attendance, Matches, Agreements, Benefits,
    ];

    [GeneratedRegex("^[0-9A-Z]{18}$")]
    private static partial Regex CreditCode();

    [GeneratedRegex("^20[0-9]{2}-Q[1-4]$")]
    private static partial Regex QuarterForm();
}
