using System.Text.RegularExpressions;
using Fupin.Messaging;

namespace Fupin.Architecture.Tests;

/// <summary>What is told is heard, and saved once.</summary>
public sealed partial class Consumers
{
    [Fact]
    public void Every_consumer_of_a_service_is_registered_in_its_program()
    {
        var wrong =
            from source in Sources.OfServices
            from Match consumer in Consumer().Matches(source.Text)
            let service = source.Path.Split('/')[1]
            let program = Sources.OfServices.Single(other => other.Path == $"services/{service}/Program.cs")
            where !program.Has($"listen.To<{consumer.Groups[1].Value}>()") && !program.Has($"typeof({consumer.Groups[1].Value}<>)")
            select $"{source.Path}: {consumer.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Audit_hears_every_event()
    {
        var program = Sources.OfServices.Single(source => source.Path == "services/audit/Program.cs");
        var subject = Sources.OfServices.Single(source => source.Path == "services/audit/Trail/EventSubject.cs");

        Assert.True(program.Has("foreach (var type in EventCatalog.Types) listen.To("));
        Assert.Empty(EventCatalog.Types.Where(type => !subject.Has($"{type.Name} told")).Select(type => type.Name));
    }

    [Fact]
    public void Every_event_has_a_publisher()
    {
        // Whoever adds to the outbox makes the event itself, or has it made by a verb of a noun of the same service.
        var silent =
            from type in EventCatalog.Types
            let makers = Sources.OfEverything
                .SelectMany(source => Regex.Matches(source.Text, $@"public {type.Name}\?? (\w+)\(").Select(maker => (Service: ServiceOf(source), Call: $".{maker.Groups[1].Value}(")))
                .ToList()
            where !Sources.OfEverything.Any(source => Tells().IsMatch(source.Text)
                && (source.Has($"new {type.Name}(") || makers.Any(maker => maker.Service == ServiceOf(source) && source.Has(maker.Call))))
            select type.Name;

        Assert.Empty(silent);
    }

    [Fact]
    public void A_consumer_never_saves_because_the_inbox_does() =>
        Assert.Equal(
            ["services/_shared/Fupin.Messaging/Inbox.cs"],
            Sources.OfEverything.Where(source => Consumer().IsMatch(source.Text) && source.Has("SaveChanges")).Select(source => source.Path));

    [Fact]
    public void Nothing_but_the_outbox_publishes() =>
        Assert.Empty(Sources.OfEverything
            .Where(source => !source.Path.StartsWith("services/_shared/Fupin.Messaging/", StringComparison.Ordinal))
            .Where(source => Publish().IsMatch(source.Text))
            .Select(source => source.Path));

    private static string ServiceOf(Source source) => string.Join('/', source.Path.Split('/').Take(2));

    [GeneratedRegex(@"\b[oO]utbox(>\(\))?\.Add\(")]
    private static partial Regex Tells();

    [GeneratedRegex(@"class (\w+)(?:<\w+>)?[^\n{]*:[^\n{]*IConsumer<")]
    private static partial Regex Consumer();

    [GeneratedRegex(@"\b(IPublishEndpoint|ISendEndpointProvider|IBus\b|IBusControl|context\.Publish|context\.Send)\b")]
    private static partial Regex Publish();
}
