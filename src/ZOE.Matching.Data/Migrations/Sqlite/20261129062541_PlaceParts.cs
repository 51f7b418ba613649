using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZOE.Matching.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlaceParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "PlaceAgs",
                table: "SavedSearches",
                newName: "PlaceCode");

            migrationBuilder.AddColumn<string>(
                name: "Parts",
                table: "Places",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Parts",
                table: "Places");

            migrationBuilder.RenameColumn(
                name: "PlaceCode",
                table: "SavedSearches",
                newName: "PlaceAgs");
        }
    }
}
