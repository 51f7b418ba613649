using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SavedSearchId",
                table: "Inbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DemandReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ByRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReportedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OnceKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    PlaceAgs = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RadiusKm = table.Column<int>(type: "integer", nullable: false),
                    Filters = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    Frequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastLookedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NextLookAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeaseUntilUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Fence = table.Column<int>(type: "integer", nullable: false),
                    ToldTens = table.Column<int>(type: "integer", nullable: false),
                    StoppedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchHits",
                columns: table => new
                {
                    SearchId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    LookId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToldAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchHits", x => new { x.SearchId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_SavedSearchHits_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DemandReports_OnceKey",
                table: "DemandReports",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemandReports_ReportedOn",
                table: "DemandReports",
                column: "ReportedOn");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_OwnerId",
                table: "SavedSearches",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_StoppedAtUtc_NextLookAtUtc",
                table: "SavedSearches",
                columns: new[] { "StoppedAtUtc", "NextLookAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchHits_LookId",
                table: "SavedSearchHits",
                column: "LookId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DemandReports");

            migrationBuilder.DropTable(
                name: "SavedSearchHits");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropColumn(
                name: "SavedSearchId",
                table: "Inbox");
        }
    }
}
