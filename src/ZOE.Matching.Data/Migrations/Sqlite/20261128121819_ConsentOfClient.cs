using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConsentOfClient : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consents_ClientId",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ClientId_Scope_ValidUntil",
                table: "Consents",
                columns: new[] { "ClientId", "Scope", "ValidUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consents_ClientId_Scope_ValidUntil",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ClientId",
                table: "Consents",
                column: "ClientId");
        }
    }
}
