using Fupin.Aid.Households;
using Fupin.Aid.Tests.Desk;
using Fupin.Contracts.Values;

namespace Fupin.Aid.Tests.Households;

public sealed class HouseholdFileTests
{
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
                1 => file.TakeRegistration(1, TestDesk.Facts(members: 1)),
                3 => file.TakeExit(3, Retained),
                _ => file.TakeFacts(revision, TestDesk.Facts(members: revision)),
            };
        }

        Assert.Equal(4, file.Facts!.Members.Count);
        Assert.Equal(Retained, file.RetainedUntil);
    }

    [Fact]
    public void An_older_or_equal_revision_changes_nothing()
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        Assert.True(file.TakeRegistration(2, TestDesk.Facts(members: 2)));
        Assert.False(file.TakeRegistration(2, TestDesk.Facts(members: 3)));
        Assert.False(file.TakeFacts(1, TestDesk.Facts(members: 3)));
        Assert.Equal(2, file.Facts!.Members.Count);
    }

    [Fact]
    public void A_household_that_comes_back_is_on_the_register_again_even_when_its_exit_is_told_late()
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        file.TakeRegistration(1, TestDesk.Facts());
        file.TakeRegistration(5, TestDesk.Facts());
        Assert.False(file.TakeExit(4, Retained));
        Assert.False(file.HasLeft);

        Assert.True(file.TakeExit(6, Retained));
        Assert.True(file.TakeRegistration(7, TestDesk.Facts()));
        Assert.False(file.HasLeft);
    }

    [Theory]
    [InlineData("2018-05", true)]
    [InlineData("2018-06", false)]
    public void Aid_goes_on_to_the_month_in_which_retention_ends(string month, bool receives)
    {
        var file = new HouseholdFile { HouseholdId = Guid.NewGuid() };
        file.TakeRegistration(1, TestDesk.Facts());
        file.TakeExit(2, Retained);
        Assert.Equal(receives, file.Receives(AidMonth.Parse(month)));
    }
}
