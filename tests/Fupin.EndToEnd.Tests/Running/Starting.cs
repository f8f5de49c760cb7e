using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fupin.Testing;

namespace Fupin.EndToEnd.Tests.Running;

/// <summary>What keeps the platform from starting is said in one sentence; what it started, it ends.</summary>
public sealed class Starting : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("fupin-starting-").FullName;

    [Theory]
    [InlineData("--ports", "5080", "--ports")]
    [InlineData("--port", "many", "--port")]
    [InlineData("--clock", "yesterday", "--clock")]
    [InlineData("--broker", "http://127.0.0.1/", "amqp://")]
    [InlineData("--broker", "amqp://127.0.0.1:1/", "127.0.0.1:1")]
    public async Task What_cannot_be_is_refused_in_one_sentence(string option, string value, string named)
    {
        string[] port = option == "--port" ? [] : ["--port", FreePort()];
        await using var host = AppHostProcess.Start(["--data", data, .. port, option, value]);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains(named, host.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, host.Complained, StringComparison.Ordinal);
        Assert.Empty(host.Said);
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await using var host = AppHostProcess.Start("--data", data, "--port", port);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains(port, host.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_named_and_the_first_run_goes_on_until_told_and_leaves_nobody()
    {
        await using var first = AppHostProcess.Start("--broker-only", "--data", data);
        await Eventually.IsTrue(() => Task.FromResult(first.Said.Contains("broker ", StringComparison.Ordinal)), TimeSpan.FromSeconds(90));
        Assert.NotEmpty(first.Children());

        await using var second = AppHostProcess.Start("--broker-only", "--data", data);
        Assert.Equal(1, await second.EndAsync());
        Assert.Contains(data, second.Complained, StringComparison.Ordinal);

        Assert.Equal(0, await first.StopAsync());
        Assert.Empty(first.Children());
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
