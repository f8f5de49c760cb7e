using Fupin.Registration.Data;
using Fupin.Registration.Dci.Messages;
using Fupin.Registration.Dci.Subscriptions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Registration.Dci.Searching;

/// <summary>Searches a registry and answers at once (同步查询); /registry/sync/search.</summary>
internal static class SearchRegistry
{
    public const string Action = "search";
    public const string Reply = "on-search";
    public const string Batch = "search_request";

    public static async Task<ContentHttpResult> Handle(
        Registry registry, HttpRequest request, PartnerDesk desk, RecordFinder finder, Answers answers, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, header) = await desk.ReceiveAsync(request, Action, Batch, ct);
        if (message is null) return answers.Refuse(refusal!, Reply, header);
        var reply = await finder.AnswerAsync(registry, message, ct);
        await db.SaveChangesAsync(ct);
        return answers.Reply(message, Reply, reply.SearchResponse.Count, reply);
    }
}

/// <summary>Searches a registry and answers by callback (异步查询); /registry/search → on-search.</summary>
internal static class SearchRegistryLater
{
    public static async Task<ContentHttpResult> Handle(
        Registry registry, HttpRequest request, PartnerDesk desk, RecordFinder finder, Callbacks callbacks, RegistrationDb db, CancellationToken ct)
    {
        var (message, refusal, _) = await desk.ReceiveAsync(request, SearchRegistry.Action, SearchRegistry.Batch, ct);
        if (message is null) return Answers.RefuseAsync(refusal!);
        var reply = await finder.AnswerAsync(registry, message, ct);
        if (callbacks.Add(registry, message, SearchRegistry.Reply, message.Items.Count, reply) is { } unlisted) return Answers.RefuseAsync(unlisted);
        return await Answers.SaveAsync(db, message, ct);
    }
}
