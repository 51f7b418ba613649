using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeriveCardCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardCodes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CardCodes",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardCodes", x => new { x.EmployerId, x.ClientId, x.ConsentId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CardCodes_EmployerId_Code",
                table: "CardCodes",
                columns: new[] { "EmployerId", "Code" },
                unique: true);
        }
    }
}
