using System.Globalization;
using System.Security.Cryptography;

namespace Fupin.AppHost.Local;

/// <summary>Everything a local platform keeps: databases, keys, the clock, logs, and notes on what was already done. One run at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private readonly FileStream alone;

    private DataFolder(string path, FileStream alone) => (Path, this.alone) = (path, alone);

    public string Path { get; }

    public string Keys => In("keys");

    public string Passphrase => In("passphrase");

    public string Clock => In("clock");

    public string Broker => In("rabbitmq");

    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        FileStream alone;
        try
        {
            Directory.CreateDirectory(path);
            alone = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(System.IO.Path.Combine(path, "lock")))
        {
            throw new CannotStartException($"The data folder {path} is in use by another run.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {path} cannot be used: {exception.Message}");
        }

        return new DataFolder(path, alone);
    }

    /// <summary>Makes keys, passphrase and clock at the first start, and keeps them afterwards.</summary>
    public void Prepare(DateOnly firstDay)
    {
        Directory.CreateDirectory(In("logs"));
        Directory.CreateDirectory(Keys);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!File.Exists(Passphrase))
        {
            File.WriteAllText(Passphrase, "");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Passphrase, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.WriteAllText(Passphrase, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        if (!File.Exists(Clock))
        {
            var morning = new DateTimeOffset(firstDay.ToDateTime(new TimeOnly(9, 0)), China);
            File.WriteAllText(Clock, (morning - TimeProvider.System.GetUtcNow()).ToString("c", CultureInfo.InvariantCulture));
        }
    }

    public string LogOf(string process) => In("logs", process + ".log");

    public string DatabaseOf(string service) => $"Data Source={In(service + ".db")}";

    /// <summary>Whether a note says exactly this; what was done need not be done again.</summary>
    public bool IsNoted(string note, string content) => File.Exists(In(note)) && File.ReadAllText(In(note)) == content;

    public void Note(string note, string content) => File.WriteAllText(In(note), content);

    public void Dispose() => alone.Dispose();

    private string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
