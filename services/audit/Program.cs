using Fupin.Audit.Data;
using Fupin.Audit.Stories;
using Fupin.Audit.Trail;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("audit");

builder.AddDatabase<AuditDb, SqliteAuditDb, SqlServerAuditDb>();
builder.AddMessaging<AuditDb>("audit", listen =>
{
    // The one place where registration is by loop: audit hears everything, and an event added to the contracts cannot be forgotten here.
    foreach (var type in EventCatalog.Types) listen.To(typeof(RecordingConsumer<>).MakeGenericType(type));
});
builder.Services.AddGrpc();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapTrail();
app.MapStories();
app.MapGrpcService<VerificationGrpc>();
app.Run();

/// <summary>The audit bureau's service (审计局).</summary>
public partial class Program;
