using Fupin.Contracts.Values;
using Fupin.Identity.Data;
using Fupin.Messaging;
using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Identity.Officers;

// A new platform has nobody who could appoint anybody: the first district officer comes from the configuration, once.
internal sealed class FirstOfficer(IConfiguration configuration) : IMigrateStep
{
    public async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var first = configuration.GetSection("Identity:FirstOfficer");
        var db = services.GetRequiredService<IdentityDb>();
        if (!first.Exists() || await db.Officers.AnyAsync(officer => !officer.IsSample, ct)) return;

        var officer = Officer.Appoint(Value("Login"), Value("Name"), Role.District, "registration", DivisionCode.Parse(Value("Region")));
        var password = (await File.ReadAllTextAsync(Value("PasswordFile"), ct)).Trim();
        officer.SetPassword(services.GetRequiredService<Passwords>().Hash(password));
        db.Add(officer);
        services.GetRequiredService<IOutbox>().Add(officer.Told());
        await db.SaveChangesAsync(ct);

        string Value(string key) => first[key] ?? throw new InvalidOperationException($"Identity:FirstOfficer:{key} is missing.");
    }
}
