namespace Fupin.Contracts.Tests;

public sealed class AsyncApiTests
{
    [Fact]
    public void The_kept_document_describes_the_events_as_they_are() =>
        Repository.AssertKept(AsyncApi.Write(), "contracts", "asyncapi.yaml");
}
