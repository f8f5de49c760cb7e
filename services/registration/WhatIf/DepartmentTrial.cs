using Fupin.Contracts.Aid.Grpc;
using Fupin.Contracts.Values;
using Grpc.Core;

namespace Fupin.Registration.WhatIf;

/// <summary>A department that answers what its policies would give (部门试算), over one stream for the whole trial.</summary>
internal sealed class DepartmentTrial : IDisposable
{
    private readonly AsyncDuplexStreamingCall<TrialQuestion, TrialAnswer> call;

    private DepartmentTrial(string name, AsyncDuplexStreamingCall<TrialQuestion, TrialAnswer> call) => (Name, this.call) = (name, call);

    public string Name { get; }

    /// <summary>Whether some policy there reads counted income.</summary>
    public bool DependsOnIncome { get; private set; }

    /// <summary>Whether the trial changes a parameter there.</summary>
    public bool IsDrafted { get; private set; }

    /// <summary>
    /// Opens the stream with the drafts that concern the department; what the department says no to comes as an <see cref="RpcException"/>. During a
    /// request the client sends the officer's token by itself; outside one it is given here, never both: two tokens are none.
    /// </summary>
    public static async Task<DepartmentTrial> OpenAsync(
        string name, Trials.TrialsClient client, string? authorization, IEnumerable<DraftedParameter> drafts, CancellationToken ct)
    {
        var trial = new DepartmentTrial(name, client.TryHouseholds(authorization is null ? null : new Metadata { { "authorization", authorization } }, cancellationToken: ct));
        try
        {
            var plan = new TrialPlan();
            plan.Parameters.AddRange(drafts.Where(draft => draft.Department == name).Select(draft => new TrialParameter
            {
                Name = draft.Name,
                Value = draft.Value,
                From = draft.From.ToString("yyyy-MM-dd"),
                To = draft.To?.ToString("yyyy-MM-dd") ?? "",
            }));
            var start = (await trial.AskAsync(new TrialQuestion { Plan = plan }, ct)).Start;
            (trial.DependsOnIncome, trial.IsDrafted) = (start.DependsOnIncome, start.Drafted);
            return trial;
        }
        catch
        {
            trial.Dispose();
            throw;
        }
    }

    /// <summary>What the department gives a batch of households in a month.</summary>
    public async Task<TrialItems> AskAsync(
        AidMonth month, bool asDrafted, Google.Protobuf.ByteString households, TrialItems counted, TrialItems earlier, CancellationToken ct) =>
        (await AskAsync(
            new TrialQuestion
            {
                Batch = new TrialBatch { Month = month.ToString(), AsDrafted = asDrafted && IsDrafted, Households = households, Counted = counted, Earlier = earlier },
            },
            ct)).Items;

    public void Dispose() => call.Dispose();

    private async Task<TrialAnswer> AskAsync(TrialQuestion question, CancellationToken ct)
    {
        await call.RequestStream.WriteAsync(question, ct);
        return await call.ResponseStream.MoveNext(ct)
            ? call.ResponseStream.Current
            : throw new InvalidOperationException($"{Name} ended the trial.");
    }
}
