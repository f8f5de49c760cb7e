using System.Globalization;
using Fupin.Registration.Dci.Subscriptions;

namespace Fupin.Registration.Tests.Dci;

/// <summary>When a partner wants to be told.</summary>
public sealed class CronTests
{
    [Theory]
    [InlineData("0 0 0 5,15 * ? *", "2016-03-04T15:59:59Z", "2016-03-04T16:00:00Z")] // midnight of the 5th in China
    [InlineData("0 0 0 5,15 * ? *", "2016-03-04T16:00:00Z", "2016-03-14T16:00:00Z")]
    [InlineData("0 */20 8-9 * * ?", "2016-03-21T01:50:00Z", "2016-03-22T00:00:00Z")]
    [InlineData("0 30 6 ? * 2", "2016-03-21T00:00:00Z", "2016-03-27T22:30:00Z")] // Mondays
    [InlineData("0 0 0 29 2 ? *", "2016-03-01T00:00:00Z", "2020-02-28T16:00:00Z")]
    public void The_next_time_is_the_first_that_fits(string cron, string after, string next) =>
        Assert.Equal(Time(next), Cron.Read(cron)!.After(Time(after)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("60 0 0 1 1 ? *")]
    [InlineData("0 0 0 5-1 * ? *")]
    [InlineData("0 0/0 0 * * ? *")]
    [InlineData("0 0 0 L * ? *")]
    [InlineData("0 0 0 -1 * ? *")]
    public void What_is_no_cron_expression_is_not_read(string cron) => Assert.Null(Cron.Read(cron));

    [Fact]
    public void What_never_comes_has_no_next_time() => Assert.Null(Cron.Read("0 0 0 31 2 ? *")!.After(Time("2016-03-01T00:00:00Z")));

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
