using System.Diagnostics;

namespace Fupin.Testing;

/// <summary>Waits for a state that comes by itself, and no longer than it takes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs assertions again and again until they hold; throws what they last threw when the time is over.</summary>
    public static async Task Holds(Func<Task> assertions, TimeSpan? within = null)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await assertions();
                return;
            }
            catch (Exception) when (since.Elapsed < (within ?? Usual))
            {
                await Task.Delay(Between);
            }
        }
    }

    /// <summary>Waits until a question is answered with yes.</summary>
    public static async Task IsTrue(Func<Task<bool>> question, TimeSpan? within = null)
    {
        var since = Stopwatch.StartNew();
        while (!await question())
        {
            if (since.Elapsed > (within ?? Usual)) throw new TimeoutException($"Still not true after {since.Elapsed.TotalSeconds:0} s.");
            await Task.Delay(Between);
        }
    }

    /// <summary>Waits until something is there, and returns it.</summary>
    public static async Task<T> Gives<T>(Func<Task<T?>> search, TimeSpan? within = null)
        where T : class
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (await search() is { } found) return found;
            if (since.Elapsed > (within ?? Usual)) throw new TimeoutException($"No {typeof(T).Name} after {since.Elapsed.TotalSeconds:0} s.");
            await Task.Delay(Between);
        }
    }
}
