using Fupin.Identity.Data;
using Fupin.Identity.Officers;
using Fupin.Identity.SignIn;
using Fupin.Identity.Tokens;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");

builder.AddDatabase<IdentityDb, SqliteIdentityDb, SqlServerIdentityDb>();
builder.AddMessaging<IdentityDb>("identity", _ => { }); // tells who may do what, and listens to nobody
builder.AddOfficers();
builder.AddSignIn();
builder.AddTokenServer();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.UsePublicAddress();
app.MapDefaultEndpoints();
app.MapMessageDesk();
app.UseAntiforgery();
app.MapSignIn();
app.MapTokens();
app.MapOfficers();
app.Run();

/// <summary>The information centre's service (信息中心).</summary>
public partial class Program;
