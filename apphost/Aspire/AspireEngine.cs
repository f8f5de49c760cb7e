using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Fupin.AppHost.Local;

namespace Fupin.AppHost.Aspire;

/// <summary>Runs the topology under .NET Aspire: RabbitMQ and SQL Server as containers, with its dashboard.</summary>
internal static class AspireEngine
{
    public static void Run(string[] args)
    {
        var options = LocalOptions.Parse(args);
        using var data = DataFolder.Open(options.Data);
        data.Prepare(options.Clock);

        var builder = DistributedApplication.CreateBuilder();
        var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
        var server = builder.AddSqlServer("sql-server").WithDataVolume();
        var root = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, ".."));
        var projects = Topology.Services.ToDictionary(service => service.Name, Add);

        foreach (var service in Topology.Services)
        {
            foreach (var other in Topology.SeenBy(service)) projects[service.Name].WithReference(projects[other.Name]);
        }

        builder.Build().Run();

        IResourceBuilder<ProjectResource> Add(Service service)
        {
            var database = server.AddDatabase($"{service.Name}-database", $"fupin-{service.Name}");
            var migration = Configure($"{service.Name}-migration", service, database).WithArgs("--migrate-only");
            var project = Configure(service.Name, service, database)
                .WithHttpEndpoint(name: "http", port: service.Name == Topology.Gateway ? options.Port : null)
                .WithHttpEndpoint(name: "grpc")
                .WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
                .WithReplicas(service.Name == Topology.Gateway ? 1 : options.Replicas)
                .WithHttpHealthCheck("/health", endpointName: "http")
                .WaitForCompletion(migration);
            return project
                .WithEnvironment("Kestrel__Endpoints__http__Url", UrlOf(project, "http"))
                .WithEnvironment("Kestrel__Endpoints__grpc__Url", UrlOf(project, "grpc"))
                .WithEnvironment("Kestrel__Endpoints__grpc__Protocols", "Http2");
        }

        // Without the launch profile: its endpoints would come twice.
        IResourceBuilder<ProjectResource> Configure(string name, Service service, IResourceBuilder<SqlServerDatabaseResource> database) => builder
            .AddProject(name, Path.Combine(root, service.Project), launchProfileName: null)
            .WithReference(rabbitmq)
            .WithReference(database, connectionName: service.Name)
            .WithEnvironment("Database__Provider", "SqlServer")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
            .WithEnvironment("Identity__Issuer", $"http://localhost:{options.Port}/")
            .WithEnvironment("Keys__Folder", data.Keys)
            .WithEnvironment("Keys__PassphraseFile", data.Passphrase)
            .WithEnvironment("Clock__File", data.Clock)
            .WaitFor(rabbitmq)
            .WaitFor(database);
    }

    // The port the process itself listens on; each replica has its own.
    private static ReferenceExpression UrlOf(IResourceBuilder<ProjectResource> project, string endpoint) =>
        ReferenceExpression.Create($"http://127.0.0.1:{project.GetEndpoint(endpoint).Property(EndpointProperty.TargetPort)}");
}
