using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fupin.MedicalAid.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AidSets",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    DecidedWith = table.Column<int>(type: "int", nullable: false),
                    StackedRevision = table.Column<int>(type: "int", nullable: false),
                    Counted = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AidSets", x => new { x.HouseholdId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApprovedByName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ApprovedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    OfficerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Case = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Fields = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Queue = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplayedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadLetters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactsOfMonths",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactsOfMonths", x => new { x.HouseholdId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "FamilyYears",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    HandledUpTo = table.Column<long>(type: "bigint", nullable: true),
                    HandledHow = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    HandledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HandledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Counters_Bills = table.Column<int>(type: "int", nullable: false),
                    Counters_MedicalAid = table.Column<long>(type: "bigint", nullable: false),
                    Counters_SelfPaid = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Total = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyYears", x => new { x.HouseholdId, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "HouseholdFiles",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    FactsRevision = table.Column<int>(type: "int", nullable: false),
                    FactsMonth = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Standings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kin = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RegisteredRevision = table.Column<int>(type: "int", nullable: false),
                    ExitRevision = table.Column<int>(type: "int", nullable: false),
                    RetainedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdFiles", x => x.HouseholdId);
                });

            migrationBuilder.CreateTable(
                name: "InboxMessages",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Event = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    HandledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxMessages", x => new { x.MessageId, x.Event });
                });

            migrationBuilder.CreateTable(
                name: "LateTellings",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    From = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LateTellings", x => x.HouseholdId);
                });

            migrationBuilder.CreateTable(
                name: "Offsets",
                columns: table => new
                {
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Policy = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Period = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Nature = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Applied = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offsets", x => x.ItemId);
                });

            migrationBuilder.CreateTable(
                name: "OpenedMonths",
                columns: table => new
                {
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedMonths", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "OutboxLeases",
                columns: table => new
                {
                    Partition = table.Column<int>(type: "int", nullable: false),
                    Owner = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxLeases", x => x.Partition);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Event = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WrittenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TraceParent = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NotBeforeUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ParkedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Parameters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsUnconfirmed = table.Column<bool>(type: "bit", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonYears",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Counters_Basic = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Left = table.Column<long>(type: "bigint", nullable: false),
                    Counters_MedicalAid = table.Column<long>(type: "bigint", nullable: false),
                    Counters_SelfPaid = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Serious = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Supplementary = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Total = table.Column<long>(type: "bigint", nullable: false),
                    Counters_Visits = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonYears", x => new { x.MemberId, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "PremiumLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Scheme = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Premium = table.Column<long>(type: "bigint", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PremiumLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OfficerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Region = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Commit = table.Column<bool>(type: "bit", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    Accepted = table.Column<int>(type: "int", nullable: false),
                    Rejected = table.Column<int>(type: "int", nullable: false),
                    Unmatched = table.Column<int>(type: "int", nullable: false),
                    AlreadyThere = table.Column<int>(type: "int", nullable: false),
                    Processed = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    People = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    UploadedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeptUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    TraceParent = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Owner = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: true),
                    LeaseUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RehabilitationCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    CaseNo = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Institution = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<int>(type: "int", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RehabilitationCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SettlementChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SettlementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Was = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    InvoiceNo = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Care = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    HospitalLevel = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    HospitalCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    AdmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DischargedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StatedVisit = table.Column<int>(type: "int", nullable: true),
                    Disease = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    IsVeteran = table.Column<bool>(type: "bit", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    OutOfScope = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Attribute = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AgeAtMost = table.Column<int>(type: "int", nullable: false),
                    Standing = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ParameterNumber = table.Column<int>(type: "int", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VisitNo = table.Column<int>(type: "int", nullable: false),
                    FamilyAidBefore = table.Column<long>(type: "bigint", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Before_Basic = table.Column<long>(type: "bigint", nullable: false),
                    Before_Left = table.Column<long>(type: "bigint", nullable: false),
                    Before_MedicalAid = table.Column<long>(type: "bigint", nullable: false),
                    Before_SelfPaid = table.Column<long>(type: "bigint", nullable: false),
                    Before_Serious = table.Column<long>(type: "bigint", nullable: false),
                    Before_Supplementary = table.Column<long>(type: "bigint", nullable: false),
                    Before_Total = table.Column<long>(type: "bigint", nullable: false),
                    Before_Visits = table.Column<int>(type: "int", nullable: false),
                    Paid_Basic = table.Column<long>(type: "bigint", nullable: false),
                    Paid_ByProgram = table.Column<bool>(type: "bit", nullable: false),
                    Paid_InScope = table.Column<long>(type: "bigint", nullable: false),
                    Paid_MedicalAid = table.Column<long>(type: "bigint", nullable: false),
                    Paid_Serious = table.Column<long>(type: "bigint", nullable: false),
                    Paid_Supplementary = table.Column<long>(type: "bigint", nullable: false),
                    Paid_Total = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "UnmatchedRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Row = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Fingerprint = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    EnteredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnmatchedRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AidItems",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false),
                    Policy = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Period = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Nature = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Proposed = table.Column<long>(type: "bigint", nullable: false),
                    Claim = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ClaimTotal = table.Column<long>(type: "bigint", nullable: true),
                    ParameterVersion = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Trace = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Granted = table.Column<long>(type: "bigint", nullable: false),
                    Reductions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "bit", nullable: false),
                    ApprovalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedAmount = table.Column<long>(type: "bigint", nullable: false),
                    Offsets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Overpaid = table.Column<long>(type: "bigint", nullable: false),
                    Decided = table.Column<long>(type: "bigint", nullable: false),
                    Overpayment = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OverpaymentReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    OverpaymentDecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AidItems", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_AidItems_AidSets_HouseholdId_Month",
                        columns: x => new { x.HouseholdId, x.Month },
                        principalTable: "AidSets",
                        principalColumns: new[] { "HouseholdId", "Month" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecordImportFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Header = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Check = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordImportFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordImportFindings_RecordImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RecordImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "OutboxLeases",
                columns: new[] { "Partition", "Fence", "Owner", "UntilUtc" },
                values: new object[] { 0, 0L, "", new DateTime(2000, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc) });

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_ApprovalId",
                table: "AidItems",
                column: "ApprovalId");

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_HouseholdId_Month",
                table: "AidItems",
                columns: new[] { "HouseholdId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_ItemId",
                table: "AidItems",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_Month_State_Sequence",
                table: "AidItems",
                columns: new[] { "Month", "State", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_Overpayment",
                table: "AidItems",
                column: "Overpayment");

            migrationBuilder.CreateIndex(
                name: "IX_AidItems_State_ProposedOn",
                table: "AidItems",
                columns: new[] { "State", "ProposedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AidSets_Month_DecidedWith",
                table: "AidSets",
                columns: new[] { "Month", "DecidedWith" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_State_ApprovedAtUtc",
                table: "Approvals",
                columns: new[] { "State", "ApprovedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_DataRequests_AtUtc",
                table: "DataRequests",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyYears_Year_HouseholdId",
                table: "FamilyYears",
                columns: new[] { "Year", "HouseholdId" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdFiles_Village",
                table: "HouseholdFiles",
                column: "Village");

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessages_HandledAtUtc",
                table: "InboxMessages",
                column: "HandledAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Offsets_HouseholdId",
                table: "Offsets",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_MessageId",
                table: "OutboxMessages",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_ParkedAtUtc",
                table: "OutboxMessages",
                column: "ParkedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Name_From",
                table: "Parameters",
                columns: new[] { "Name", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Number",
                table: "Parameters",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PremiumLists_HouseholdId",
                table: "PremiumLists",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_PremiumLists_Key",
                table: "PremiumLists",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordImportFindings_ImportId_Order",
                table: "RecordImportFindings",
                columns: new[] { "ImportId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordImports_KeptUntil",
                table: "RecordImports",
                column: "KeptUntil");

            migrationBuilder.CreateIndex(
                name: "IX_RecordImports_OfficerId_Kind_Id",
                table: "RecordImports",
                columns: new[] { "OfficerId", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordImports_State_LeaseUntilUtc",
                table: "RecordImports",
                columns: new[] { "State", "LeaseUntilUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_RehabilitationCases_HouseholdId",
                table: "RehabilitationCases",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_RehabilitationCases_Key",
                table: "RehabilitationCases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettlementChanges_SettlementId",
                table: "SettlementChanges",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_DischargedOn",
                table: "Settlements",
                column: "DischargedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_HouseholdId_On",
                table: "Settlements",
                columns: new[] { "HouseholdId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_Id",
                table: "Settlements",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_Key",
                table: "Settlements",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_MemberId_DischargedOn",
                table: "Settlements",
                columns: new[] { "MemberId", "DischargedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_Number",
                table: "Settlements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedRecords_Fingerprint",
                table: "UnmatchedRecords",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedRecords_HouseholdId",
                table: "UnmatchedRecords",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_UnmatchedRecords_State_Id",
                table: "UnmatchedRecords",
                columns: new[] { "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AidItems");

            migrationBuilder.DropTable(
                name: "Approvals");

            migrationBuilder.DropTable(
                name: "DataRequests");

            migrationBuilder.DropTable(
                name: "DeadLetters");

            migrationBuilder.DropTable(
                name: "FactsOfMonths");

            migrationBuilder.DropTable(
                name: "FamilyYears");

            migrationBuilder.DropTable(
                name: "HouseholdFiles");

            migrationBuilder.DropTable(
                name: "InboxMessages");

            migrationBuilder.DropTable(
                name: "LateTellings");

            migrationBuilder.DropTable(
                name: "Offsets");

            migrationBuilder.DropTable(
                name: "OpenedMonths");

            migrationBuilder.DropTable(
                name: "OutboxLeases");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "Parameters");

            migrationBuilder.DropTable(
                name: "PersonYears");

            migrationBuilder.DropTable(
                name: "PremiumLists");

            migrationBuilder.DropTable(
                name: "RecordImportFindings");

            migrationBuilder.DropTable(
                name: "RehabilitationCases");

            migrationBuilder.DropTable(
                name: "SettlementChanges");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "UnmatchedRecords");

            migrationBuilder.DropTable(
                name: "AidSets");

            migrationBuilder.DropTable(
                name: "RecordImports");
        }
    }
}
