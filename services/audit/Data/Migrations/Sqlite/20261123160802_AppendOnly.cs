using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fupin.Audit.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TRIGGER TrailEntries_no_update BEFORE UPDATE ON TrailEntries
                BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER TrailEntries_no_delete BEFORE DELETE ON TrailEntries
                BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER TrailEntries_no_update;");
            migrationBuilder.Sql("DROP TRIGGER TrailEntries_no_delete;");
        }
    }
}
