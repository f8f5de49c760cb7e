using Fupin.AppHost.Local;

namespace Fupin.Testing;

/// <summary>The machine's own Chromium, installed from its packages where it is missing.</summary>
public static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>What keeps it from talking to anybody but the page's own host.</summary>
    public static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Its program.</summary>
    public static async Task<string> FindAsync()
    {
        if (!File.Exists(Program)) await Packages.TryInstallAsync(static _ => { }, CancellationToken.None, "chromium", "fontconfig", "fonts-noto-cjk");
        return File.Exists(Program)
            ? Program
            : throw new InvalidOperationException("No Chromium: run 'sudo apt-get install -y chromium fonts-noto-cjk' and start again.");
    }
}
