using System.Text.RegularExpressions;
using Fupin.Aid;
using Fupin.Aid.Households;
using Fupin.Aid.Proposals;
using Fupin.Contracts.Values;
using Fupin.EducationAid.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.EducationAid.Schools;

/// <summary>Enters what a school charges a pupil for a term, or corrects it (登记学费).</summary>
internal static partial class EnterSchoolRecord
{
    private static readonly Money MostTuition = Money.FromYuan(100_000);

    public sealed record Request(Guid HouseholdId, Guid MemberId, string Term, string School, Money Tuition);

    public sealed record Response(Guid Id);

    public static async Task<Results<Created<Response>, Refusal>> Handle(Request request, EducationAidDb db, AidDesk desk, CancellationToken ct)
    {
        if (!TermForm().IsMatch(request.Term)) return EducationAidErrors.NoSuchTerm;
        if (string.IsNullOrWhiteSpace(request.School) || request.School.Length > 100) return EducationAidErrors.NoSchool;
        if (request.Tuition < Money.Zero || request.Tuition > MostTuition) return EducationAidErrors.WrongTuition;
        var file = await db.Set<HouseholdFile>().SingleOrDefaultAsync(row => row.HouseholdId == request.HouseholdId, ct);
        if (file?.Facts is not { } facts) return AidErrors.NoSuchHousehold;
        if (facts.Members.All(member => member.MemberId != request.MemberId)) return EducationAidErrors.NoSuchPupil;

        var record = await db.SchoolRecords.SingleOrDefaultAsync(row => row.MemberId == request.MemberId && row.Term == request.Term, ct);
        if (record is null)
        {
            record = new SchoolRecord
            {
                Id = Guid.NewGuid(),
                HouseholdId = request.HouseholdId,
                MemberId = request.MemberId,
                Village = file.Village,
                Term = request.Term,
                School = request.School,
            };
            db.Add(record);
        }

        (record.School, record.Tuition) = (request.School, request.Tuition);
        await desk.DecideAsync(request.HouseholdId, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/school-records/{record.Id}", new Response(record.Id));
    }

    [GeneratedRegex(@"^20\d{2}-S[12]$")]
    private static partial Regex TermForm();
}
