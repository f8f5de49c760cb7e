using Fupin.Aid.Households;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Households;

public sealed class HouseholdFileTests
{
    private static readonly DateOnly Day = new(2016, 3, 21);
    private static readonly DateOnly Retained = new(2018, 5, 31);

    // Registered at 1, changed at 2 and 4, left at 3: whatever the order, the file ends alike.
    public static TheoryData<string> Orders() => new(
        from a in Enumerable.Range(1, 4)
        from b in Enumerable.Range(1, 4)
        from c in Enumerable.Range(1, 4)
        from d in Enumerable.Range(1, 4)
        where new[] { a, b, c, d }.Distinct().Count() == 4
        select $"{a}{b}{c}{d}");

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_order_of_arrival_does_not_matter(string order)
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        foreach (var revision in order.Select(digit => digit - '0'))
        {
            _ = revision switch
            {
                1 => file.TakeRegistration(1, Day) | file.TakeFacts(1, Day, TestDesk.Facts(members: 1)),
                3 => file.TakeExit(3, Day, Retained),
                _ => file.TakeFacts(revision, Day, TestDesk.Facts(members: revision)),
            };
        }

        Assert.Equal(4, file.Facts!.Members.Count);
        Assert.Equal(Retained, file.RetainedUntil);
    }

    [Fact]
    public void An_older_or_equal_revision_changes_nothing()
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        Assert.True(file.TakeFacts(2, Day, TestDesk.Facts(members: 2)));
        Assert.False(file.TakeFacts(2, Day, TestDesk.Facts(members: 3)));
        Assert.False(file.TakeFacts(1, Day, TestDesk.Facts(members: 3)));
        Assert.Equal(2, file.Facts!.Members.Count);
    }

    [Fact]
    public void A_household_that_comes_back_is_on_the_register_again_even_when_its_exit_is_told_late()
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        file.TakeRegistration(1, Day);
        file.TakeRegistration(5, Day);
        Assert.False(file.TakeExit(4, Day, Retained));
        Assert.False(file.HasLeft);

        Assert.True(file.TakeExit(6, Day, Retained));
        Assert.True(file.TakeRegistration(7, Day));
        Assert.False(file.HasLeft);
    }

    [Theory]
    [InlineData("2016-03", null)]
    [InlineData("2016-04", "2018-04-19")]
    [InlineData("2016-06", "2018-04-19")]
    [InlineData("2016-07", null)]
    public void How_it_stood_in_a_month_is_known_whatever_came_later(string month, string? retainedUntil)
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        file.TakeRegistration(9, new DateOnly(2016, 7, 1));
        file.TakeExit(4, new DateOnly(2016, 4, 20), new DateOnly(2018, 4, 19));
        file.TakeRegistration(1, Day);
        Assert.Equal(retainedUntil is null ? null : DateOnly.ParseExact(retainedUntil, "yyyy-MM-dd"), file.RetainedUntilAsOf(AidMonth.Parse(month)));
    }
}
