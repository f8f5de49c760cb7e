using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Identification.Lists;

/// <summary>The list that hangs in the village (公示名单): four columns, and not one more.</summary>
// 依据：附件任务 4 两公示一公布；序号、村民小组、户主姓名、家庭人口
internal static class GetNoticeList
{
    public sealed record Row(int Number, string? Group, string Head, int Members);

    public sealed record Response(
        Guid BatchId, string Batch, DivisionCode Village, string VillageName, NoticeRound? Round, DateOnly? StartedOn, DateOnly? ClosableOn, string? Place, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, Refusal>> Handle(
        Guid id, RegistrationDb db, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        var batch = await db.Batches.AsNoTracking().Include(batch => batch.Cases).Include(batch => batch.Notices).AsSplitQuery()
            .SingleOrDefaultAsync(batch => batch.Id == id, ct);
        if (batch is null) return IdentificationErrors.NoSuchBatch;
        var listed = batch.Cases.Where(one => Flow.IsPublic(one.State) || one.State == CaseState.Registered).OrderBy(one => one.Number).ToList();
        var faces = await db.FacesAsync(cipher, listed.ConvertAll(one => one.HouseholdId), clock.Today(), ct);
        var names = await db.VillageNamesAsync([batch.Village], ct);
        var notice = batch.Notices.MaxBy(notice => (notice.Round, notice.StartedOn));
        return TypedResults.Ok(new Response(
            batch.Id,
            batch.Number,
            batch.Village,
            names[batch.Village],
            notice?.Round,
            notice?.StartedOn,
            notice?.ClosableOn,
            notice?.Place,
            [.. listed.Select(one => new Row(one.Number, faces[one.HouseholdId].Group, faces[one.HouseholdId].Head, faces[one.HouseholdId].Members))]));
    }
}
