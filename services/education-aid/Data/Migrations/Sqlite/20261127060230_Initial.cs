using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fupin.EducationAid.Data.Migrations.Sqlite
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
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedWith = table.Column<int>(type: "INTEGER", nullable: false),
                    StackedRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    Counted = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AidSets", x => new { x.HouseholdId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Month = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ApprovedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Queue = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplayedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadLetters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactsOfMonths",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactsOfMonths", x => new { x.HouseholdId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "HouseholdFiles",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    FactsRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    FactsMonth = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    Standings = table.Column<string>(type: "TEXT", nullable: false),
                    Kin = table.Column<string>(type: "TEXT", nullable: false),
                    RegisteredRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    ExitRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    RetainedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdFiles", x => x.HouseholdId);
                });

            migrationBuilder.CreateTable(
                name: "InboxMessages",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    HandledAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxMessages", x => new { x.MessageId, x.Event });
                });

            migrationBuilder.CreateTable(
                name: "LateTellings",
                columns: table => new
                {
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    From = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LateTellings", x => x.HouseholdId);
                });

            migrationBuilder.CreateTable(
                name: "Offsets",
                columns: table => new
                {
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Policy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Applied = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offsets", x => x.ItemId);
                });

            migrationBuilder.CreateTable(
                name: "OpenedMonths",
                columns: table => new
                {
                    Month = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedMonths", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "OutboxLeases",
                columns: table => new
                {
                    Partition = table.Column<int>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxLeases", x => x.Partition);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBeforeUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ParkedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "PairingPayments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    PairingNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceiptNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Way = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairingPayments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pairings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    PairingNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Donor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Pledge = table.Column<long>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pairings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Parameters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsUnconfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Region = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Commit = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Unmatched = table.Column<int>(type: "INTEGER", nullable: false),
                    AlreadyThere = table.Column<int>(type: "INTEGER", nullable: false),
                    Processed = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    People = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeptUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TraceParent = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: true),
                    LeaseUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SchoolRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Term = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    School = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Stage = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    Major = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    IsFullTime = table.Column<bool>(type: "INTEGER", nullable: true),
                    Tuition = table.Column<long>(type: "INTEGER", nullable: false),
                    IsBoarding = table.Column<bool>(type: "INTEGER", nullable: true),
                    IsOrphan = table.Column<bool>(type: "INTEGER", nullable: true),
                    Enrolment = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpecialEducationCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    CaseNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialEducationCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StudentLoans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    ContractNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Principal = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StudiesEndOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudentLoans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnmatchedRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Row = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnteredAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnmatchedRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AidItems",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    Village = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Policy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Proposed = table.Column<long>(type: "INTEGER", nullable: false),
                    Claim = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ClaimTotal = table.Column<long>(type: "INTEGER", nullable: true),
                    ParameterVersion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Trace = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Reductions = table.Column<string>(type: "TEXT", nullable: false),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ApprovalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Offsets = table.Column<string>(type: "TEXT", nullable: false),
                    Overpaid = table.Column<long>(type: "INTEGER", nullable: false),
                    Decided = table.Column<long>(type: "INTEGER", nullable: false),
                    Overpayment = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OverpaymentReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OverpaymentDecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Header = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Check = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "IX_PairingPayments_HouseholdId",
                table: "PairingPayments",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_PairingPayments_Key",
                table: "PairingPayments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_HouseholdId",
                table: "Pairings",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Pairings_Key",
                table: "Pairings",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Name_From",
                table: "Parameters",
                columns: new[] { "Name", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Number",
                table: "Parameters",
                column: "Number",
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
                name: "IX_SchoolRecords_HouseholdId",
                table: "SchoolRecords",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolRecords_Key",
                table: "SchoolRecords",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpecialEducationCases_HouseholdId",
                table: "SpecialEducationCases",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialEducationCases_Key",
                table: "SpecialEducationCases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudentLoans_HouseholdId",
                table: "StudentLoans",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_StudentLoans_Key",
                table: "StudentLoans",
                column: "Key",
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
                name: "PairingPayments");

            migrationBuilder.DropTable(
                name: "Pairings");

            migrationBuilder.DropTable(
                name: "Parameters");

            migrationBuilder.DropTable(
                name: "RecordImportFindings");

            migrationBuilder.DropTable(
                name: "SchoolRecords");

            migrationBuilder.DropTable(
                name: "SpecialEducationCases");

            migrationBuilder.DropTable(
                name: "StudentLoans");

            migrationBuilder.DropTable(
                name: "UnmatchedRecords");

            migrationBuilder.DropTable(
                name: "AidSets");

            migrationBuilder.DropTable(
                name: "RecordImports");
        }
    }
}
