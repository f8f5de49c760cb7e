using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Fupin.Audit.Tests.Trail;

/// <summary>What somebody with the database file in hand can and cannot do.</summary>
public sealed class Tampering
{
    private const string WithoutTriggers = "DROP TRIGGER TrailEntries_no_update; DROP TRIGGER TrailEntries_no_delete; ";

    [Theory]
    [InlineData("UPDATE TrailEntries SET Body = '{}' WHERE Sequence = 2")]
    [InlineData("DELETE FROM TrailEntries WHERE Sequence = 2")]
    public async Task The_database_refuses_to_change_or_delete_an_entry(string sql)
    {
        await using var audit = await WithThreeEntriesAsync();

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => audit.ExecuteAsync(sql));

        Assert.Contains("The trail is append-only.", refusal.Message, StringComparison.Ordinal);
        Assert.True((await audit.VerifyAsync()).GetProperty("whole").GetBoolean());
        Assert.Equal(3, (await audit.TrailAsync()).Count);
    }

    [Fact]
    public async Task A_changed_body_is_found_and_named()
    {
        await using var audit = await WithThreeEntriesAsync();
        var hash = (await audit.TrailAsync())[1].GetProperty("hash").GetString();

        await audit.ExecuteAsync(WithoutTriggers + "UPDATE TrailEntries SET Body = replace(Body, '100000', '900000') WHERE Sequence = 2");

        var verdict = await BadAsync(audit, sequence: 2);
        Assert.Equal(hash, verdict.GetProperty("foundHash").GetString());
        Assert.NotEqual(hash, verdict.GetProperty("expectedHash").GetString());
    }

    [Fact]
    public async Task A_deleted_entry_is_found_and_named()
    {
        await using var audit = await WithThreeEntriesAsync();

        await audit.ExecuteAsync(WithoutTriggers + "DELETE FROM TrailEntries WHERE Sequence = 2");

        var verdict = await BadAsync(audit, sequence: 2);
        Assert.Equal("(missing)", verdict.GetProperty("foundHash").GetString());
    }

    [Fact]
    public async Task A_cut_off_tail_is_found_and_named()
    {
        await using var audit = await WithThreeEntriesAsync();

        await audit.ExecuteAsync(WithoutTriggers + "DELETE FROM TrailEntries WHERE Sequence > 1");

        var verdict = await BadAsync(audit, sequence: 2);
        Assert.Equal("(missing)", verdict.GetProperty("foundHash").GetString());
    }

    private static async Task<Audit> WithThreeEntriesAsync()
    {
        var audit = await Audit.StartAsync();
        var household = new AHousehold();
        await audit.TellAsync(household.Registered());
        await audit.TellAsync(household.Proposed("social-assistance", yuan: 1000));
        await audit.TellAsync(household.Exited());
        return audit;
    }

    private static async Task<JsonElement> BadAsync(Audit audit, long sequence)
    {
        var verdict = await audit.VerifyAsync();
        Assert.False(verdict.GetProperty("whole").GetBoolean());
        Assert.Equal(sequence, verdict.GetProperty("firstBadSequence").GetInt64());
        return verdict;
    }
}
