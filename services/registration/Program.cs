using Fupin.Messaging;
using Fupin.Messaging.Desk;
using Fupin.Persistence;
using Fupin.Persistence.Jobs;
using Fupin.Registration.Accounts;
using Fupin.Registration.Changes;
using Fupin.Registration.Contradictions;
using Fupin.Registration.Data;
using Fupin.Registration.DataUse;
using Fupin.Registration.Dci;
using Fupin.Registration.Divisions;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Imports;
using Fupin.Registration.Stacking;
using Fupin.Registration.WhatIf;
using Fupin.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("registration");

builder.AddDatabase<RegistrationDb, SqliteRegistrationDb, SqlServerRegistrationDb>();
builder.Services.AddScoped<IMigrateStep, SeedDivisions>();
builder.Services.AddScoped<IMigrateStep, SeedRegistration>();
builder.Services.AddScoped<IMigrateStep, SeedParameters>();
builder.Services.AddScoped<IMigrateStep, SeedStackingRules>();
builder.AddMessaging<RegistrationDb>("registration", listen =>
{
    listen.To<AidProposedConsumer>();
    listen.To<AidApprovedConsumer>();
    listen.To<OverpaymentDecidedConsumer>();
    listen.To<PersonStateToldConsumer>();
});
builder.Services.AddScoped<ContradictionReview>();
builder.Services.AddGrpc();
builder.Services.AddSingleton<DepartmentsAlive>();
builder.Services.AddJobs<ImportJob, ImportPieces>();
builder.Services.AddHostedService<DailySweep>();
builder.Services.AddHostedService<Restacking>();
builder.Services.AddDci();
builder.AddWhatIf();

var app = builder.Build();
if (await app.MigrateOnlyAsync()) return;

app.MapDefaultEndpoints();
app.MapMessageDesk();
app.MapDivisions();
app.MapHouseholds();
app.MapChanges();
app.MapImports();
app.MapIdentification();
app.MapStacking();
app.MapAccounts();
app.MapDci();
app.MapContradictions();
app.MapWhatIf();
app.MapGrpcService<HouseholdsGrpc>();
app.MapGrpcService<AidAccountsGrpc>();
app.Run();

/// <summary>The office for rural work's service (农工办).</summary>
public partial class Program;
