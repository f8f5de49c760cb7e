using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.EducationAid.Schools;

/// <summary>What a school charges a pupil for a term (学费登记).</summary>
internal sealed class SchoolRecord : IHouseholdRow, IVersioned
{
    public Guid Id { get; init; }

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; init; }

    /// <summary>The pupil (学生).</summary>
    public Guid MemberId { get; init; }

    public DivisionCode Village { get; init; }

    /// <summary>The term (学期), yyyy-S1 or yyyy-S2.</summary>
    public required string Term { get; init; }

    /// <summary>The school (学校).</summary>
    public required string School { get; set; }

    /// <summary>Tuition and fees charged, boarding left out (实际学费).</summary>
    public Money Tuition { get; set; }

    public int Version { get; set; }
}
