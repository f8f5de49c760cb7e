using Fupin.Testing;

namespace Fupin.Registration.Tests.Identification;

public sealed class AttachingFiles(IdentificationService registration) : IClassFixture<IdentificationService>
{
    private const string Village = "320412110207";
    private static int pictures;

    [Fact]
    public async Task A_photo_comes_back_to_an_officer_who_says_why_and_stands_beside_its_step()
    {
        var batch = await registration.ABatch(Village, 6_000);
        await registration.Meet(batch);
        var picture = APicture(2_000_000);
        var photo = (await registration.Attach(Officers.Village, batch, picture, "noticePhoto")).Json.GetProperty("id").GetGuid();
        Assert.Equal(200, (await registration.Step(Officers.Village, batch, "first-notice", new { photo })).Status);

        Assert.Equal(picture, await registration.Open(Officers.Town, batch, photo, "核对公示照片"));
        Assert.Equal("REG-0219", (await registration.Post(Officers.Town, $"batches/{batch}/attachments/{photo}/open", new { reason = " " })).Code);
        Assert.Equal("REG-0228", (await registration.Post(Officers.TownOther, $"batches/{batch}/attachments/{photo}/open", new { reason = "看看" })).Code);

        var steps = (await registration.Get(Officers.Village, $"batches/{batch}")).Json.GetProperty("steps").EnumerateArray();
        Assert.Equal(photo, Assert.Single(steps.Single(step => step.GetProperty("step").GetString() == "first-notice").GetProperty("attachments").EnumerateArray()).GetGuid());
    }

    [Fact]
    public async Task A_photo_that_hung_before_is_refused()
    {
        var picture = APicture(1_000);
        var first = await registration.ABatch(Village, 6_000);
        await registration.Meet(first);
        var photo = (await registration.Attach(Officers.Village, first, picture, "noticePhoto")).Json.GetProperty("id").GetGuid();
        await registration.Step(Officers.Village, first, "first-notice", new { photo });

        var second = await registration.ABatch(Village, 6_000);
        await registration.Meet(second);
        var same = (await registration.Attach(Officers.Village, second, picture, "noticePhoto")).Json.GetProperty("id").GetGuid();
        var refused = await registration.Step(Officers.Village, second, "first-notice", new { photo = same });
        Assert.Equal((409, "这张公示照片以前用过，请上传本次公示的照片"), (refused.Status, refused.Text));
        Assert.Equal("REG-0228", (await registration.Step(Officers.Village, second, "first-notice", new { photo })).Code);
    }

    [Theory]
    [InlineData("other", 10, 0x4D, 400, "REG-0229")]
    [InlineData("nothing", 10, 0xFF, 400, "REG-0231")]
    [InlineData("7", 10, 0xFF, 400, "REG-0231")]
    [InlineData("other", 5 * 1024 * 1024, 0xFF, 413, "REG-0230")]
    public async Task A_file_that_is_no_picture_or_document_or_too_large_is_refused(string kind, int size, int first, int status, string code)
    {
        var batch = await registration.ABatch(Village, 6_000);
        var content = APicture(size);
        content[0] = (byte)first;
        var refused = await registration.Attach(Officers.Village, batch, content, kind);
        Assert.Equal((status, code), (refused.Status, refused.Code));
        Assert.Equal(0, (await registration.Get(Officers.Village, $"batches/{batch}")).Count("attachments"));
    }

    [Fact]
    public async Task A_file_for_a_batch_of_another_village_finds_none()
    {
        var batch = await registration.ABatch(Village, 6_000);
        Assert.Equal("REG-0201", (await registration.Attach(Officers.VillageOther, batch, APicture(10), "other")).Code);
    }

    private static byte[] APicture(int size) => [0xFF, 0xD8, 0xFF, .. BitConverter.GetBytes(Interlocked.Increment(ref pictures)), .. new byte[size]];
}
