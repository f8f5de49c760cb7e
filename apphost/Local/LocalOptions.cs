using System.Globalization;

namespace Fupin.AppHost.Local;

/// <summary>What stands after <c>dotnet run --project apphost --</c>.</summary>
internal sealed record LocalOptions
{
    public int Port { get; private init; } = 5080;

    public string Data { get; private init; } = ".data";

    public bool Empty { get; private init; }

    public int Replicas { get; private init; } = 1;

    public string? Broker { get; private init; } = Environment.GetEnvironmentVariable("ConnectionStrings__rabbitmq");

    /// <summary>Where the platform's time starts: two days after the policy, so that the sample's reference day 2015-12-31 makes sense.</summary>
    public DateOnly Clock { get; private init; } = new(2016, 3, 21);

    public bool Verbose { get; private init; }

    /// <summary>Starts nothing but the broker, which a whole test run then shares.</summary>
    public bool BrokerOnly { get; private init; }

    public bool Help { get; private init; }

    public const string Usage =
        """
        dotnet run --project apphost -- [options]
          --port 5080            the gateway's port on 127.0.0.1
          --data .data           the folder of databases, keys, logs and the broker's files
          --empty                no sample district
          --replicas 1           of every department's service
          --broker amqp://…      use this RabbitMQ
          --clock 2016-03-21     where the platform's time starts, at the first start
          --verbose              the services' logs and how long each step took
          --broker-only          only the broker, for a test run: prints its folder
        """;

    public static LocalOptions Parse(string[] args)
    {
        var options = new LocalOptions();
        for (var at = 0; at < args.Length; at++)
        {
            var name = args[at];
            options = name switch
            {
                "--port" => options with { Port = Number(1, 65535) },
                "--data" => options with { Data = Value() },
                "--empty" => options with { Empty = true },
                "--replicas" => options with { Replicas = Number(1, 16) },
                "--broker" => options with { Broker = Value() },
                "--clock" => options with { Clock = Date() },
                "--verbose" => options with { Verbose = true },
                "--broker-only" => options with { BrokerOnly = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new CannotStartException($"There is no option '{name}'; --help lists them."),
            };

            string Value() => at + 1 < args.Length ? args[++at] : throw new CannotStartException($"{name} needs a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new CannotStartException($"{name} needs a number from {least} to {most}.");

            DateOnly Date() =>
                DateOnly.TryParseExact(Value(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? date
                    : throw new CannotStartException($"{name} needs a date such as 2016-03-21.");
        }

        return options;
    }
}
