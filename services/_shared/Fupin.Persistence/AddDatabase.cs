using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Persistence;

/// <summary>Gives a service its own database (各部门自有数据库).</summary>
public static partial class DatabaseRegistration
{
    /// <summary>
    /// Registers the service's context with the provider that <c>Database:Provider</c> names (Sqlite by default, or SqlServer)
    /// and the connection string named as the service, which is the context's name without Db, in kebab-case
    /// (SocialAssistanceDb → social-assistance). Refuses to start when the connection string is missing.
    /// </summary>
    public static void AddDatabase<TDb, TSqlite, TSqlServer>(this WebApplicationBuilder builder)
        where TDb : DbContext
        where TSqlite : TDb
        where TSqlServer : TDb
    {
        var service = ServiceOf(typeof(TDb));
        builder.Services.AddSingleton(FieldKeys.For(builder.Configuration));
        builder.Services.AddSingleton(provider => new FieldCipher(service, provider.GetRequiredService<FieldKeys>()));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentScope>();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IExceptionHandler, ChangedMeanwhile>()); // asked before the handler of everything else

        var provider = builder.Configuration["Database:Provider"] ?? "Sqlite";
        if (EF.IsDesignTime)
        {
            // The tools make migrations of both providers from one build; they never open a connection.
            builder.Services.AddDbContext<TDb, TSqlite>(options => options.UseSqlite("Data Source=design-time.db"));
            builder.Services.AddScoped<DbContext>(services => services.GetRequiredService<TDb>());
            builder.Services.AddDbContext<TSqlServer>(options => options.UseSqlServer("Server=design-time"));
            return;
        }

        var connection = builder.Configuration.GetConnectionString(service)
            ?? throw new InvalidOperationException($"ConnectionStrings:{service} is missing.");
        switch (provider)
        {
            case "Sqlite":
                builder.Services.AddDbContext<TDb, TSqlite>((services, options) => options
                    .UseSqlite(connection)
                    .UseFupin(services)
                    .AddInterceptors(SqlitePragmas.Instance, SqliteTurns.Instance));
                break;
            case "SqlServer":
                builder.Services.AddDbContext<TDb, TSqlServer>((services, options) => options
                    .UseSqlServer(connection)
                    .UseFupin(services));
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{provider}'; it is Sqlite or SqlServer.");
        }

        builder.Services.AddScoped<DbContext>(services => services.GetRequiredService<TDb>());
    }

    private static DbContextOptionsBuilder UseFupin(this DbContextOptionsBuilder options, IServiceProvider services) => options
        .AddInterceptors(VersionBump.Instance, WriteScope.Instance)
        .AddInterceptors(services.GetServices<IInterceptor>());

    private static string ServiceOf(Type context) =>
        WordStart().Replace(context.Name[..^"Db".Length], "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
