namespace Fupin.Contracts.Values;

/// <summary>A range of ages (年龄段) in whole years, both ends included: what rules need of a birth date, and no more than that.</summary>
/// <param name="From">The lowest age.</param>
/// <param name="To">The highest age; 200 where there is none.</param>
public readonly record struct AgeBand(int From, int To)
{
    // A band starts wherever some policy or check has a threshold, so that a band never straddles one.
    private static readonly int[] Starts = [0, 3, 6, 7, 14, 15, 16, 18, 20, 24, 40, 50, 55, 60, 65, 66, 70, 80, 90, 100];

    /// <summary>The band an age falls into; refuses (<see cref="ArgumentOutOfRangeException"/>) a negative age.</summary>
    public static AgeBand Of(int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        var index = Array.FindLastIndex(Starts, start => start <= age);
        return new AgeBand(Starts[index], index + 1 < Starts.Length ? Starts[index + 1] - 1 : 200);
    }

    /// <summary>Whether everybody in the band is at least so old.</summary>
    public bool AtLeast(int age) => From >= age;

    /// <summary>Whether everybody in the band is younger than that.</summary>
    public bool Under(int age) => To < age;
}
