using System.Runtime.InteropServices;

namespace Fupin.AppHost.Local;

/// <summary>The machine's own packages.</summary>
internal static partial class Packages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    // One installation at a time, also when several test projects want one at once; whoever waited finds it done.
    // Without the policy Debian would start a package's own server on all addresses.
    private const string Install =
        """
        exec 9>"${TMPDIR:-/tmp}/fupin-install.lock" && flock 9
        dpkg -s "$1" >/dev/null 2>&1 && exit 0
        policy=/usr/sbin/policy-rc.d
        [ -e $policy ] || made=1
        [ -z "$made" ] || printf '#!/bin/sh\nexit 101\n' > $policy
        [ -z "$made" ] || chmod +x $policy
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
        code=$?
        [ -z "$made" ] || rm -f $policy
        exit $code
        """;

    /// <summary>Installs packages where this process may; nothing happens where it may not.</summary>
    public static async Task TryInstallAsync(Action<string> say, CancellationToken ct, params string[] packages)
    {
        if (GetUserId() != 0 || !File.Exists("/usr/bin/apt-get")) return;
        say($"installing {string.Join(' ', packages)}");
        await Command.RunAsync("/bin/sh", ["-c", Install, "install", .. packages], null, Limit, ct);
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetUserId();
}
