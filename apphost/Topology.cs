namespace Fupin.AppHost;

/// <summary>A process of the platform.</summary>
/// <param name="Name">Its folder, queue prefix, connection string and discovery name.</param>
/// <param name="Project">Its project, from the root of the repository.</param>
/// <param name="Calls">The services it asks over gRPC or HTTP.</param>
internal sealed record Service(string Name, string Project, string[] Calls)
{
    /// <summary>The name of its assembly.</summary>
    public string Assembly => Path.GetFileNameWithoutExtension(Project);
}

/// <summary>The map of the platform: who runs, and who asks whom. Both engines read it; nothing else names the services.</summary>
internal static class Topology
{
    /// <summary>Signs officers in; everybody checks tokens with its keys.</summary>
    public const string Identity = "identity";

    /// <summary>The one address people and machines come to.</summary>
    public const string Gateway = "gateway";

    public static readonly Service[] Services =
    [
        new(Identity, "services/identity/Fupin.Identity.csproj", Calls: []),
        new("registration", "services/registration/Fupin.Registration.csproj", Calls: ["education-aid", "employment", "social-assistance", "medical-aid"]),
        new("education-aid", "services/education-aid/Fupin.EducationAid.csproj", Calls: ["registration"]),
        new("employment", "services/employment/Fupin.Employment.csproj", Calls: ["registration"]),
        new("social-assistance", "services/social-assistance/Fupin.SocialAssistance.csproj", Calls: ["registration"]),
        new("medical-aid", "services/medical-aid/Fupin.MedicalAid.csproj", Calls: ["registration"]),
        new("audit", "services/audit/Fupin.Audit.csproj", Calls: []),
        new(Gateway, "gateway/Fupin.Gateway/Fupin.Gateway.csproj",
            Calls: ["registration", "education-aid", "employment", "social-assistance", "medical-aid", "audit"]),
    ];

    /// <summary>Whom a service finds by name: those it asks, and identity.</summary>
    public static IEnumerable<Service> SeenBy(Service service) =>
        Services.Where(other => service.Calls.Contains(other.Name) || (other.Name == Identity && service.Name != Identity));
}
