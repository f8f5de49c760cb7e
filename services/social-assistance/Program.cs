using Fupin.Aid;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;
using Fupin.SocialAssistance.Data;
using Fupin.SocialAssistance.Policies;
using Fupin.SocialAssistance.Records;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("social-assistance");

builder.AddDatabase<SocialAssistanceDb, SqliteSocialAssistanceDb, SqlServerSocialAssistanceDb>();
builder.AddMessaging<SocialAssistanceDb>("social-assistance", listen => listen.ToAid());
builder.AddAid<KeptRecords>(SocialAssistancePolicies.Book);
builder.AddRecords(SocialAssistanceRecords.All);

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapAid();
app.MapPersonalData();
app.MapRecords();
app.Run();
