using Fupin.Aid;
using Fupin.Aid.PersonalData;
using Fupin.Aid.Records;
using Fupin.MedicalAid.Data;
using Fupin.MedicalAid.Policies;
using Fupin.MedicalAid.Records;
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
builder.AddRecords(MedicalRecords.All);
builder.Services.AddScoped<IRecordFollowUp, MedicalFollowUp>();
builder.Services.AddScoped<BillDesk>();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapAid();
app.MapPersonalData();
app.MapRecords();
app.MapSettlements();
app.MapReimbursement();
app.MapWarnings();
app.Run();
