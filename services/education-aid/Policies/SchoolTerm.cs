using System.Globalization;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Registration;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Policies;

/// <summary>A term of school (学期): spring is S1 of its year; autumn is S2 and reaches into January.</summary>
internal sealed record SchoolTerm(int Year, bool IsSpring)
{
    public string Period => string.Create(CultureInfo.InvariantCulture, $"{Year}-S{(IsSpring ? 1 : 2)}");

    /// <summary>The term in which aid may fall due in a month; none in the summer.</summary>
    public static SchoolTerm? Of(AidMonth month, PolicyParameters parameters)
    {
        if (parameters.Numbers("school.spring").Contains(month.Month)) return new SchoolTerm(month.Year, IsSpring: true);
        if (!parameters.Numbers("school.autumn").Contains(month.Month)) return null;
        return new SchoolTerm(month.Month < 7 ? month.Year - 1 : month.Year, IsSpring: false);
    }

    /// <summary>
    /// The pupils from one stage to another to whom a policy has not given in this term: an aid by term falls due once, in the first
    /// month of the term in which the household is on the register.
    /// </summary>
    public static IEnumerable<(MemberFacts Pupil, SchoolTerm Term)> Due(
        AidCase aidCase, PolicyParameters parameters, string policy, StudentStatus first, StudentStatus last)
    {
        if (Of(aidCase.Month, parameters) is not { } term) return [];
        return aidCase.Facts.Members
            .Where(member => member.Student >= first && member.Student <= last && !aidCase.AlreadyGiven(policy, member.MemberId, term.Period))
            .Select(member => (member, term));
    }

    public TraceLine Line(PolicyParameters parameters) => parameters.Line(IsSpring ? "school.spring" : "school.autumn", [Year]);
}
