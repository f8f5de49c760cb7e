using System.Collections.Concurrent;
using System.Diagnostics;
using Fupin.Contracts.Registration.Grpc;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Tests.Households;
using Fupin.Testing;
using Grpc.Core;

namespace Fupin.Registration.Tests.Imports;

/// <summary>An import that was cut off goes on where it stood, in another replica, and what was corrected comes in later.</summary>
public sealed class GoingOn(RegistrationService registration) : IClassFixture<RegistrationService>
{
    [Fact]
    public async Task An_import_whose_replica_was_killed_goes_on_in_another_and_takes_nobody_twice()
    {
        var (households, cases) = (await registration.Count<Household>(), await registration.Count<IdentificationCase>());
        var upload = await registration.Upload(Officers.District, RegistrationService.Sample("applicants.xlsx"));
        var id = upload.Json.GetProperty("id").GetGuid();
        await registration.KillWhileTaking(id);

        var done = await registration.Finished(Officers.District, id);

        Assert.Equal(("done", 120, 0), (done.GetProperty("state").GetString(), done.GetProperty("accepted").GetInt32(), done.GetProperty("rejected").GetInt32()));
        Assert.Equal((households + 120, cases + 120), (await registration.Count<Household>(), await registration.Count<IdentificationCase>()));
    }

    [Fact]
    public async Task One_trace_goes_on_from_the_upload_through_the_work_in_the_background_to_what_is_told()
    {
        using var told = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Fupin.Messaging" or nameof(GoingOn),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        var traces = new ConcurrentBag<ActivityTraceId>();
        told.ActivityStopped = activity =>
        {
            if (activity.OperationName == "deliver registration.identification-step-taken") traces.Add(activity.TraceId);
        };
        ActivitySource.AddActivityListener(told);
        using var source = new ActivitySource(nameof(GoingOn));
        using var upload = source.StartActivity("upload")!;

        await registration.Import(Officers.District2, RegistrationService.Sample("applicants-faulty.xlsx"));

        await Eventually.Holds(() =>
        {
            Assert.Contains(upload.TraceId, traces);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_person_is_found_by_ID_number_for_a_purpose_and_inside_the_region()
    {
        await registration.Import(Officers.Village, RegistrationService.Sample("applicants-320412110207.xlsx"));
        var household = (await registration.AHousehold(Officers.Village)).GetProperty("id").GetGuid();
        var shown = await registration.Post(Officers.Village, $"households/{household}/reveal", new { purpose = "identify", reason = "核对证件" });
        var idNumber = shown.Json.GetProperty("members")[0].GetProperty("idNumber").GetString()!;

        var found = await FindAsync(Officers.Village, idNumber);
        Assert.Equal(household.ToString(), found.HouseholdId);

        Assert.Equal("没有找到这个人", (await RefusedAsync(Officers.VillageOther, idNumber)).Status.Detail);
        Assert.Equal("没有找到这个人", (await RefusedAsync(Officers.Village, new SomePeople().AnIdNumber("19600101"))).Status.Detail);
        Assert.Equal(StatusCode.InvalidArgument, (await RefusedAsync(Officers.Village, "123")).StatusCode);
        Assert.Contains(
            (await registration.Get(Officers.Village, $"households/{household}/data-use")).Json.GetProperty("items").EnumerateArray(),
            line => line.GetProperty("purpose").GetString() == "verify-eligibility");
    }

    [Fact]
    public async Task A_file_is_asked_for_and_deleted_after_its_days()
    {
        var nothing = await registration.Post(Officers.Village, "imports");
        Assert.Equal((400, "REG-0114"), (nothing.Status, nothing.Code));

        var import = await registration.Import(Officers.VillageOther, RegistrationService.Sample("applicants-320412110207.xlsx"));
        var workbook = $"imports/{import.GetProperty("id").GetGuid()}/workbook";
        Assert.NotEmpty(await registration.Download(Officers.VillageOther, workbook));

        registration.DaysPass(100);

        await Eventually.Holds(async () => Assert.Equal("REG-0111", (await registration.Get(Officers.VillageOther, workbook)).Code), TimeSpan.FromSeconds(60));
    }

    private Task<PersonReply> FindAsync(TestOfficer officer, string idNumber) => registration.Ask(officer, (households, head) => households.FindPersonAsync(
        new PersonRequest { IdNumber = idNumber, OfficerId = officer.Id.ToString(), Purpose = "verify-eligibility", Case = "B1-2016-04" }, head).ResponseAsync);

    private Task<RpcException> RefusedAsync(TestOfficer officer, string idNumber) => Assert.ThrowsAsync<RpcException>(() => FindAsync(officer, idNumber));
}
