using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Loans;

/// <summary>What a student studies for (培养层次).</summary>
internal enum LoanLevel
{
    /// <summary>A degree or diploma (本专科生).</summary>
    Undergraduate,

    /// <summary>A higher degree (研究生).</summary>
    Postgraduate,
}

/// <summary>Where a student loan was taken out (助学贷款类别).</summary>
internal enum LoanOrigin
{
    /// <summary>At the student's home (生源地信用助学贷款).</summary>
    Home,

    /// <summary>At the university (校园地国家助学贷款).</summary>
    Campus,
}

/// <summary>A state student loan of one school year (国家助学贷款).</summary>
internal sealed class StudentLoan : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    /// <summary>The student who borrowed (借款学生).</summary>
    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the contract (合同号).</summary>
    public string ContractNo { get; set; } = "";

    /// <summary>The year in which the school year begins (学年).</summary>
    public int SchoolYear { get; set; }

    /// <summary>What the student studies for (培养层次).</summary>
    public LoanLevel Level { get; set; }

    /// <summary>Where the loan was taken out (贷款类别).</summary>
    public LoanOrigin Origin { get; set; }

    /// <summary>The principal (贷款金额).</summary>
    public Money Principal { get; set; }

    /// <summary>The day it was paid out (发放日期).</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>The day on which the studies end, or ended (毕业或终止学业日期); from then on the borrower pays the interest.</summary>
    public DateOnly StudiesEndOn { get; set; }

    public int Version { get; set; }
}
