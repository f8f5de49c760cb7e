using Fupin.Aid;
using Fupin.Aid.Records;
using Fupin.Employment.Data;
using Fupin.Employment.Loans;
using Fupin.Employment.Policies;
using Fupin.Employment.PublicPosts;
using Fupin.Employment.Records;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("employment");

builder.AddDatabase<EmploymentDb, SqliteEmploymentDb, SqlServerEmploymentDb>();
builder.AddMessaging<EmploymentDb>("employment", listen => listen.ToAid());
builder.AddAid<KeptRecords>(EmploymentPolicies.Book);
builder.AddRecords(EmploymentRecords.All);

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapAid();
app.MapLoans();
app.MapPublicPosts();
app.MapRecords();
app.Run();
