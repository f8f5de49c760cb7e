using Fupin.Gateway;
using Fupin.Gateway.Clock;
using Fupin.Gateway.Data;
using Fupin.Gateway.Routes;
using Fupin.Gateway.Sessions;
using Fupin.Persistence;
using Fupin.Portal;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddErrorAnswers();
builder.AddServiceDefaults("gateway");

builder.AddDatabase<GatewayDb, SqliteGatewayDb, SqlServerGatewayDb>();
builder.AddSessions();
builder.AddLimits();
builder.AddDepartments();
builder.AddPortal();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.UseResponseCompression();
app.UseSafeHeaders();
app.UseErrorAnswers();
app.UseDefaultPipeline();
app.UseLimits();
app.UseFormTokens();
app.UseAntiforgery();
app.UseFormsOfPages();
app.MapSessions();
app.MapClock();
app.MapDepartments();
app.MapPortal();
app.Run();

/// <summary>The one address of the platform (统一入口).</summary>
public partial class Program;
