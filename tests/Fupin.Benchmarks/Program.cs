using System.Globalization;
using Fupin.Benchmarks;

// dotnet run -c Release --project tests/Fupin.Benchmarks -- <scenario> [options]
const string usage =
    """
    pure    [--households 1000000]                  policies and stacking of four departments as pure functions
    line    [--households 2000] [--data <folder>]   a population imported, identified, registered, proposed for by four departments and stacked
    change  [--changes 40] [--data <folder>]        one household's change until its new account is there, on an idle platform
    """;

switch (args)
{
    case ["pure", ..]:
        Pure.Run(Number("--households", 1_000_000));
        return 0;
    case ["line", ..]:
        await Line.RunAsync(Number("--households", 2_000), Text("--data"));
        return 0;
    case ["change", ..]:
        await Change.RunAsync(Number("--changes", 40), Text("--data"));
        return 0;
    default:
        Console.WriteLine(usage);
        return args is [] or ["--help"] ? 0 : 2;
}

int Number(string option, int otherwise) => Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

string? Text(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
