namespace Fupin.Registration.Accounts;

/// <summary>Which departments answer right now (部门服务状态), asked at most every few seconds.</summary>
internal sealed class DepartmentsAlive(IHttpClientFactory clients)
{
    /// <summary>The departments that give aid, in the order in which an account shows them.</summary>
    public static readonly IReadOnlyList<string> All = ["education-aid", "employment", "social-assistance", "medical-aid"];

    public const string Client = "departments-alive";

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private Task<IReadOnlyDictionary<string, bool>>? asking;
    private long askedAt;

    public Task<IReadOnlyDictionary<string, bool>> GetAsync()
    {
        var kept = asking;
        if (kept is not null && TimeProvider.System.GetElapsedTime(askedAt) < KeptFor) return kept;
        askedAt = TimeProvider.System.GetTimestamp();
        return asking = AskAsync();
    }

    private async Task<IReadOnlyDictionary<string, bool>> AskAsync()
    {
        var answers = await Task.WhenAll(All.Select(async department => (department, Alive: await IsAliveAsync(department))));
        return answers.ToDictionary(answer => answer.department, answer => answer.Alive);
    }

    private async Task<bool> IsAliveAsync(string department)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await clients.CreateClient(Client).GetAsync(new Uri($"http://{department}/alive"), limit.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }
}

internal static class DepartmentsAliveRegistration
{
    // Asked once and briefly: a department that needs retries to answer is not there for the person who looks at the account.
    public static void AddDepartmentsAlive(this IServiceCollection services)
    {
        services.AddSingleton<DepartmentsAlive>();
#pragma warning disable EXTEXP0001 // removing the default handlers is marked as an evaluation API
        services.AddHttpClient(DepartmentsAlive.Client).RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
