namespace Fupin.Gateway.Routes;

/// <summary>How every department is (各部门状态), without details.</summary>
internal static class DepartmentHealth
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public sealed record Report(string Status, IReadOnlyDictionary<string, string> Departments);

    public static async Task<Report> Handle(IConfiguration configuration, IHttpClientFactory clients, CancellationToken ct)
    {
        var names = configuration.DepartmentNames();
        var states = await Task.WhenAll(names.Select(name => StateAsync(configuration.AddressesOf(name), clients, ct)));
        return new Report(
            states.All(state => state == "healthy") ? "healthy" : "degraded",
            names.Zip(states).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    // A department with one of its replicas away still works.
    private static async Task<string> StateAsync(IReadOnlyList<Uri> replicas, IHttpClientFactory clients, CancellationToken ct)
    {
        var answers = await Task.WhenAll(replicas.Select(replica => AnswersAsync(replica, clients, ct)));
        return answers switch
        {
            _ when !answers.Contains(true) => "down",
            _ when answers.Contains(false) => "degraded",
            _ => "healthy",
        };
    }

    private static async Task<bool> AnswersAsync(Uri replica, IHttpClientFactory clients, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            using var answer = await clients.CreateClient(HealthClient).GetAsync(new Uri(replica, "health"), limit.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A client that does not try again: the state now is what is asked for.</summary>
    public const string HealthClient = "health";
}
