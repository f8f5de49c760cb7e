using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fupin.ServiceDefaults.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fupin.Testing;

/// <summary>Somebody a test signs in (测试经办人).</summary>
/// <param name="Id">The officer's id, the token's subject.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Department">The department, by its service name.</param>
/// <param name="Region">The division whose rows the officer sees.</param>
/// <param name="Permissions">What the officer may do.</param>
public sealed record TestOfficer(Guid Id, string Name, string Department, string Region, params string[] Permissions);

/// <summary>The officers of tests, with tokens that a <see cref="TestPlace"/>'s services trust.</summary>
public static class Officers
{
    /// <summary>The issuer of the tokens.</summary>
    public const string Issuer = "http://identity.test/";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsaSecurityKey SigningKey = new(Key) { KeyId = "tests" };

    private static readonly string[] OfVillage = [Permissions.ReadRegister, Permissions.EnterRegister, Permissions.RevealPersonal, Permissions.ReadAid];
    private static readonly string[] OfTown = [.. OfVillage, Permissions.ReviewRegister];
    private static readonly string[] OfDistrict = [.. OfTown, Permissions.ApproveRegister, Permissions.KeepStackingRules, Permissions.MoveClock, Permissions.KeepOfficers];
    private static readonly string[] OfAidDepartment =
        [Permissions.ReadRegister, Permissions.ReadAid, Permissions.EnterAid, Permissions.ApproveAid, Permissions.RevealPersonal];

    /// <summary>Of 谢家村.</summary>
    public static readonly TestOfficer Village = new(new("10000000-0000-0000-0000-000000000001"), "村干部甲", "registration", "320412110207", OfVillage);

    /// <summary>A second one of 谢家村.</summary>
    public static readonly TestOfficer Village2 = new(new("10000000-0000-0000-0000-000000000002"), "村干部乙", "registration", "320412110207", OfVillage);

    /// <summary>Of a village in another town.</summary>
    public static readonly TestOfficer VillageOther = new(new("10000000-0000-0000-0000-000000000003"), "村干部丙", "registration", "320412114200", OfVillage);

    /// <summary>Of 雪堰镇.</summary>
    public static readonly TestOfficer Town = new(new("20000000-0000-0000-0000-000000000001"), "镇干部甲", "registration", "320412110", OfTown);

    /// <summary>A second one of 雪堰镇.</summary>
    public static readonly TestOfficer Town2 = new(new("20000000-0000-0000-0000-000000000002"), "镇干部乙", "registration", "320412110", OfTown);

    /// <summary>Of another town.</summary>
    public static readonly TestOfficer TownOther = new(new("20000000-0000-0000-0000-000000000003"), "镇干部丙", "registration", "320412114", OfTown);

    /// <summary>Of the district's 农工办.</summary>
    public static readonly TestOfficer District = new(new("30000000-0000-0000-0000-000000000001"), "区干部甲", "registration", "320412", OfDistrict);

    /// <summary>A second one of the district.</summary>
    public static readonly TestOfficer District2 = new(new("30000000-0000-0000-0000-000000000002"), "区干部乙", "registration", "320412", OfDistrict);

    /// <summary>Of the audit office.</summary>
    public static readonly TestOfficer Auditor = new(
        new("50000000-0000-0000-0000-000000000001"), "审计员", "audit", "320412", Permissions.ReadRegister, Permissions.ReadAid, Permissions.ReadAudit);

    /// <summary>The first officer of an aid department.</summary>
    public static TestOfficer Of(string department) => InDepartment(department, 1);

    /// <summary>The second officer of an aid department, who confirms what the first approved.</summary>
    public static TestOfficer SecondOf(string department) => InDepartment(department, 2);

    /// <summary>A bearer token of an officer.</summary>
    public static string Token(TestOfficer officer) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = "fupin",
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        SigningCredentials = new SigningCredentials(SigningKey, SecurityAlgorithms.EcdsaSha256),
        Subject = new ClaimsIdentity(
        [
            new Claim("sub", officer.Id.ToString()),
            new Claim("name", officer.Name),
            new Claim("department", officer.Department),
            new Claim("region", officer.Region),
            .. officer.Permissions.Select(permission => new Claim("permission", permission)),
        ]),
    });

    /// <summary>The key set with which services check these tokens.</summary>
    public static string KeySet()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(SigningKey);
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.KeyId, use = "sig", alg = "ES256" } } });
    }

    private static TestOfficer InDepartment(string department, int number)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{department}-{number}"));
        return new TestOfficer(new Guid(id.AsSpan(0, 16)), $"{department}-{number}", department, "320412", OfAidDepartment);
    }
}
