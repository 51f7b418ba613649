using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VocabularyImport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Concepts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Own");

            migrationBuilder.AddColumn<bool>(
                name: "Retired",
                table: "Concepts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "ConceptRelations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Own");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "ConceptLabels",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Own");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "ConceptCodes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Own");

            migrationBuilder.CreateTable(
                name: "OpenWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Folded = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Typed = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    FirstAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConceptId = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenWords_Concepts_ConceptId",
                        column: x => x.ConceptId,
                        principalTable: "Concepts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Postcodes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Town = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    District = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    DistrictAgs = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Lat = table.Column<double>(type: "double precision", nullable: false),
                    Lon = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postcodes", x => new { x.Code, x.Town });
                });

            migrationBuilder.CreateTable(
                name: "StagedCodes",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConceptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scheme = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedCodes", x => new { x.ImportId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StagedConcepts",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedConcepts", x => new { x.ImportId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StagedLabels",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConceptId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedLabels", x => new { x.ImportId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StagedRelations",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedRelations", x => new { x.ImportId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "VocabularyImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BeatAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAtUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Staged = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    BadRows = table.Column<int>(type: "integer", nullable: false),
                    Report = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VocabularyImports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OpenWords_ConceptId",
                table: "OpenWords",
                column: "ConceptId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenWords_Kind_Folded",
                table: "OpenWords",
                columns: new[] { "Kind", "Folded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenWords_State_Count",
                table: "OpenWords",
                columns: new[] { "State", "Count" });

            migrationBuilder.CreateIndex(
                name: "IX_VocabularyImports_StartedAtUtc",
                table: "VocabularyImports",
                column: "StartedAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpenWords");

            migrationBuilder.DropTable(
                name: "Postcodes");

            migrationBuilder.DropTable(
                name: "StagedCodes");

            migrationBuilder.DropTable(
                name: "StagedConcepts");

            migrationBuilder.DropTable(
                name: "StagedLabels");

            migrationBuilder.DropTable(
                name: "StagedRelations");

            migrationBuilder.DropTable(
                name: "VocabularyImports");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Concepts");

            migrationBuilder.DropColumn(
                name: "Retired",
                table: "Concepts");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "ConceptRelations");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "ConceptLabels");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "ConceptCodes");
        }
    }
}
