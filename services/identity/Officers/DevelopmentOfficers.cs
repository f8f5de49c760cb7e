using Fupin.Contracts.Values;
using Fupin.Identity.Data;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Fupin.Identity.Officers;

/// <summary>Officers of every post, people and machines (开发用经办人). Registered in Development only.</summary>
internal sealed class DevelopmentOfficers : IMigrateStep
{
    public const string Password = "Fupin@2016";
    public const string Secret = "dev-secret";

    public static IReadOnlyList<Line> Lines { get; } = Read();

    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<IdentityDb>();
        var outbox = services.GetRequiredService<IOutbox>();
        var known = await db.Officers.Where(officer => officer.IsSample).Select(officer => officer.Login).ToListAsync(ct);
        var hash = new Lazy<string>(() => services.GetRequiredService<Passwords>().Hash(Password));
        foreach (var line in Lines.Where(line => !known.Contains(line.Login)))
        {
            var officer = Officer.Appoint(line.Login, line.Name, line.Role, line.Department, line.Region, isSample: true);
            if (!line.IsMachine) officer.SetPassword(hash.Value);
            db.Add(officer);
            outbox.Add(officer.Told());
        }

        await db.SaveChangesAsync(ct);

        var clients = services.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var line in Lines.Where(line => line.IsMachine))
        {
            if (await clients.FindByClientIdAsync(line.Login, ct) is null) await clients.CreateAsync(Machine(line), ct);
        }
    }

    private static OpenIddictApplicationDescriptor Machine(Line line) => new()
    {
        ClientId = line.Login,
        ClientSecret = Secret,
        ClientType = ClientTypes.Confidential,
        DisplayName = line.Name,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
    };

    private static List<Line> Read()
    {
        using var reader = new StreamReader(typeof(DevelopmentOfficers).Assembly.GetManifestResourceStream("development-officers.csv")!);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(text => text.TrimEnd('\r').Split(','))
                .Select(cells => new Line(cells[0] == "machine", cells[1], cells[2], Enum.Parse<Role>(cells[3], ignoreCase: true), cells[4], DivisionCode.Parse(cells[5]))),
        ];
    }

    public sealed record Line(bool IsMachine, string Login, string Name, Role Role, string Department, DivisionCode Region);
}
