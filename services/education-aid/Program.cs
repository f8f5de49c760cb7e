using Fupin.Aid;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records;
using Fupin.EducationAid.Data;
using Fupin.EducationAid.Policies;
using Fupin.EducationAid.Records;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("education-aid");

builder.AddDatabase<EducationAidDb, SqliteEducationAidDb, SqlServerEducationAidDb>();
builder.AddMessaging<EducationAidDb>("education-aid", listen => listen.ToAid());
builder.AddAid<KeptRecords>(EducationPolicies.Book);
builder.AddRecords(EducationRecords.All);

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapAid();
app.MapRecords();
app.MapPersonalData();
app.Run();
