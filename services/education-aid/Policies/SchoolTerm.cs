using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// A term of school (学期): spring is S1 of its year; autumn is S2 and reaches into January. An aid by term falls due once, in the first
/// month of the term in which the household is on the register.
/// </summary>
internal sealed record SchoolTerm(int Year, bool IsSpring)
{
    public string Period { get; } = string.Create(CultureInfo.InvariantCulture, $"{Year}-S{(IsSpring ? 1 : 2)}");

    /// <summary>The term in which aid may fall due in the month of the parameters; none in the summer.</summary>
    public static SchoolTerm? Of(PolicyParameters parameters) => parameters.Derived(Calendar.Of).Term;

    public TraceLine Line(PolicyParameters parameters) => parameters.Line(IsSpring ? "school.spring" : "school.autumn", [Year]);

    // The term of the parameters' day, found once for all households.
    private sealed record Calendar(SchoolTerm? Term)
    {
        public static Calendar Of(PolicyParameters parameters)
        {
            var month = AidMonth.Of(parameters.Day);
            if (parameters.Numbers("school.spring").Contains(month.Month)) return new Calendar(new SchoolTerm(month.Year, IsSpring: true));
            if (!parameters.Numbers("school.autumn").Contains(month.Month)) return new Calendar(Term: null);
            return new Calendar(new SchoolTerm(month.Month < 7 ? month.Year - 1 : month.Year, IsSpring: false));
        }
    }
}
