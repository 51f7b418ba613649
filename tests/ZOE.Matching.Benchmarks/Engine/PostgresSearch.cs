using Npgsql;
using NpgsqlTypes;
using ZOE.Matching.Search;
using ZOE.Matching.Search.Documents;

namespace ZOE.Matching.Benchmarks.Engine;

/// <summary>The same searches in PostgreSQL's full text search: GIN indexes, prepared, analysed; filters, top ten by rank, total and four counts in one statement.</summary>
internal sealed class PostgresSearch : IAsyncDisposable
{
    private const string Table = "zoe_speed_vacancies";

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private NpgsqlCommand? _concepts, _words;

    private PostgresSearch(NpgsqlDataSource source, NpgsqlConnection connection) => (_source, _connection) = (source, connection);

    public static async Task<PostgresSearch> CreateAsync(string connection)
    {
        var source = NpgsqlDataSource.Create(connection);
        var search = new PostgresSearch(source, await source.OpenConnectionAsync());
        await search.RunAsync($"""
            DROP TABLE IF EXISTS {Table};
            CREATE TABLE {Table} (id uuid PRIMARY KEY, concepts text[], words text, place text, kind text, german text, workingtime text, contract text, expires int, concept_terms tsvector, word_terms tsvector)
            """);
        return search;
    }

    public async Task FillAsync(IEnumerable<(VacancyInput Vacancy, IReadOnlyList<string> Concepts)> rows)
    {
        await using (var copy = await _connection.BeginBinaryImportAsync($"COPY {Table} (id, concepts, words, place, kind, german, workingtime, contract, expires) FROM STDIN BINARY"))
        {
            foreach (var (vacancy, concepts) in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(vacancy.VacancyId, NpgsqlDbType.Uuid);
                await copy.WriteAsync(concepts.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await copy.WriteAsync(Market.TextOf(vacancy), NpgsqlDbType.Text);
                foreach (var value in (string[])[vacancy.PlaceAgs, vacancy.Kind.ToString(), vacancy.German.ToString(), vacancy.HoursPerWeek >= VacancyDocument.FullTimeHours ? VacancyDocument.FullTime : VacancyDocument.PartTime, vacancy.Contract[0]])
                    await copy.WriteAsync(value, NpgsqlDbType.Text);
                await copy.WriteAsync(vacancy.ExpiresOn!.Value.DayNumber, NpgsqlDbType.Integer);
            }

            await copy.CompleteAsync();
        }

        await RunAsync($"""
            UPDATE {Table} SET concept_terms = array_to_tsvector(concepts), word_terms = to_tsvector('german', words);
            CREATE INDEX ON {Table} USING gin (concept_terms);
            CREATE INDEX ON {Table} USING gin (word_terms);
            """);
        await RunAsync($"VACUUM ANALYZE {Table}");
        _concepts = await PrepareAsync("concept_terms", "CAST($1 AS tsquery)");
        _words = await PrepareAsync("word_terms", "to_tsquery('german', $1)");
    }

    /// <summary>Any of the concepts. Returns the total.</summary>
    public Task<long> AskConceptsAsync(SearchQuery query) => AskAsync(_concepts!, string.Join(" | ", query.Groups.Select(g => $"'{g.Alternatives[0].Token}'")), query);

    /// <summary>Any of the words.</summary>
    public Task<long> AskWordsAsync(string words, SearchQuery query) =>
        AskAsync(_words!, string.Join(" | ", words.Split(' ').Select(w => $"'{w.Replace("'", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}'")), query);

    public async ValueTask DisposeAsync()
    {
        await RunAsync($"DROP TABLE {Table}");
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }

    private static async Task<long> AskAsync(NpgsqlCommand command, string terms, SearchQuery query)
    {
        command.Parameters[0].Value = terms;
        command.Parameters[1].Value = Values(VacancyFields.Place);
        command.Parameters[2].Value = Values(VacancyFields.Kind);
        command.Parameters[3].Value = Values(VacancyFields.German);
        command.Parameters[4].Value = query.DayFloors[0].NotBefore.DayNumber;
        await using var reader = await command.ExecuteReaderAsync();
        long total = 0;
        while (await reader.ReadAsync())
        {
            var (what, number) = (reader.GetString(0), reader.GetDouble(2));
            _ = reader.GetString(1);
            if (what == "total") total = (long)number;
        }

        return total;

        string[] Values(string field) => [.. query.Filters.Single(f => f.Field == field).Values];
    }

    private async Task<NpgsqlCommand> PrepareAsync(string column, string terms)
    {
        var command = new NpgsqlCommand($"""
            WITH hit AS MATERIALIZED (
              SELECT id, kind, german, workingtime, contract, ts_rank({column}, q) AS rank
              FROM {Table}, {terms} AS q
              WHERE {column} @@ q AND place = ANY($2) AND kind = ANY($3) AND german = ANY($4) AND expires >= $5)
            (SELECT 'hit', id::text, rank::float8 FROM hit ORDER BY rank DESC, id LIMIT 10)
            UNION ALL SELECT 'total', '', count(*)::float8 FROM hit
            UNION ALL SELECT 'kind', kind, count(*)::float8 FROM hit GROUP BY kind
            UNION ALL SELECT 'german', german, count(*)::float8 FROM hit GROUP BY german
            UNION ALL SELECT 'workingtime', workingtime, count(*)::float8 FROM hit GROUP BY workingtime
            UNION ALL SELECT 'contract', contract, count(*)::float8 FROM hit GROUP BY contract
            """, _connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text });
        for (var i = 0; i < 3; i++) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer });
        await command.PrepareAsync();
        return command;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
