using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OwnRowsIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Vacancies_EmployerId",
                table: "Vacancies");

            migrationBuilder.DropIndex(
                name: "IX_Consents_ClientId",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Vacancies_EmployerId_State_ExpiresOn",
                table: "Vacancies",
                columns: new[] { "EmployerId", "State", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ClientId_Scope_ValidUntil",
                table: "Consents",
                columns: new[] { "ClientId", "Scope", "ValidUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Vacancies_EmployerId_State_ExpiresOn",
                table: "Vacancies");

            migrationBuilder.DropIndex(
                name: "IX_Consents_ClientId_Scope_ValidUntil",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Vacancies_EmployerId",
                table: "Vacancies",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ClientId",
                table: "Consents",
                column: "ClientId");
        }
    }
}
