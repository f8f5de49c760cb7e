using Fupin.Contracts.Identity;
using Fupin.Contracts.Values;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

namespace Fupin.Identity.Officers;

/// <summary>A person or a machine that acts in the platform (经办人): one post, one department, one region.</summary>
internal sealed class Officer : IVersioned
{
    public const int LongestLogin = 60;

    private Officer()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The name to sign in with (登录名); of a machine, its client id.</summary>
    public required string Login { get; init; }

    public required string Name { get; init; }

    public Role Role { get; private init; }

    /// <summary>The department, by its service name (部门).</summary>
    public required string Department { get; init; }

    /// <summary>The region whose rows the officer sees (辖区).</summary>
    public DivisionCode Region { get; private init; }

    public bool Active { get; private set; } = true;

    /// <summary>Made by the seed of Development; nobody elsewhere, even on a database that was copied.</summary>
    public bool IsSample { get; private init; }

    /// <summary>Null for a machine, which has no password.</summary>
    public string? PasswordHash { get; private set; }

    public int Version { get; set; }

    public static Officer Appoint(string login, string name, Role role, string department, DivisionCode region, bool isSample = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Login = NormalLogin(login),
        Name = name,
        Role = role,
        Department = department,
        Region = region,
        IsSample = isSample,
    };

    public static string NormalLogin(string login) => login.Trim().ToLowerInvariant();

    /// <summary>Whether the officer may act here: is active, and is no sample outside Development.</summary>
    public bool MayAct(bool inDevelopment) => Active && (!IsSample || inDevelopment);

    public void SetPassword(string hash) => PasswordHash = hash;

    public Refusal? Deactivate(Guid by)
    {
        if (by == Id) return IdentityErrors.OwnAccount;
        Active = false;
        return null;
    }

    /// <summary>What others are told after the next save.</summary>
    public OfficerChanged Told() => new(Id, Version + 1, Department, Region.Segments, Role.Permissions(), Active);
}
