using Fupin.Aid;
using Fupin.Aid.PersonalData;
using Fupin.MedicalAid;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Policies;
using Fupin.MedicalAid.Reimbursement;
using Fupin.MedicalAid.Settlements;
using Fupin.MedicalAid.Warnings;
using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("medical-aid");

builder.AddDatabase<MedicalAidDb, SqliteMedicalAidDb, SqlServerMedicalAidDb>();
builder.AddMessaging<MedicalAidDb>("medical-aid", listen => listen.ToAid());
builder.AddAid<MedicalAidRecords>(MedicalAidPolicies.Book);
builder.AddPersonalData();
builder.Services.AddScoped<BillDesk>();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapAid();
app.MapPersonalData();
app.MapSettlements();
app.MapReimbursement();
app.MapWarnings();
app.Run();
