using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fupin.Audit.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER TrailEntries_append_only ON TrailEntries INSTEAD OF UPDATE, DELETE AS
                THROW 51000, ''The trail is append-only.'', 1;');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER TrailEntries_append_only;");
        }
    }
}
