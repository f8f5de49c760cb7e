namespace Fupin.Gateway.Routes;

/// <summary>Where departments are (服务地址), by the keys of service discovery.</summary>
internal static class Discovery
{
    /// <summary>The departments that have a route.</summary>
    public static IReadOnlyList<string> DepartmentNames(this IConfiguration configuration) =>
        [.. configuration.GetSection("ReverseProxy:Clusters").GetChildren().Select(cluster => cluster.Key)];

    /// <summary>The http addresses of all replicas of a department.</summary>
    public static IReadOnlyList<Uri> AddressesOf(this IConfiguration configuration, string department) =>
        [.. configuration.GetSection($"services:{department}:http").GetChildren().Select(replica => new Uri(replica.Value!))];
}
