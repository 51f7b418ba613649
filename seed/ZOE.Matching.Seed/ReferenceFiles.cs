using System.Security.Cryptography;
using System.Text;
using ZOE.Matching.Domain.Law;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Places;
using ZOE.Matching.Domain.Reference;
using ZOE.Matching.Domain.Vocabulary;

namespace ZOE.Matching.Seed;

/// <summary>The reference files read and checked against each other; nothing is written here.</summary>
internal sealed class ReferenceFiles
{
    private static readonly string[] Names =
        ["places.csv", "sites.csv", "branches.csv", "instruments.csv", "vocabulary.csv", "certificates.csv", "occupation-competences.csv", "reasons.csv", "legal-rules.csv"];

    public required IReadOnlyList<Place> Places { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    public required IReadOnlyList<Branch> Branches { get; init; }

    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>With labels and codes.</summary>
    public required IReadOnlyList<Concept> Concepts { get; init; }

    public required IReadOnlyList<ConceptRelation> Relations { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required IReadOnlyList<LegalRule> Rules { get; init; }

    /// <summary>Changes with any byte of the files and with the way they are read.</summary>
    public static async Task<string> HashAsync(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("1"u8);
        foreach (var name in Names) hash.AppendData(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, name))));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public static ReferenceFiles Read(string folder)
    {
        var places = Once(folder, "places.csv", "ags", row => new Place
        {
            Ags = row.Code("ags"),
            Name = row.Text("name"),
            Area = row.Word<Area>("area"),
            Lat = row.Number("lat"),
            Lon = row.Number("lon"),
            Postcodes = row.Text("postcodes"),
            Parts = row.Text("parts", 2000),
        });
        var towns = places.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var branches = ReadBranches(folder);
        var branchCodes = branches.Select(b => b.Code).ToHashSet(StringComparer.Ordinal);
        var concepts = ReadConcepts(folder, branchCodes);
        return new ReferenceFiles
        {
            Places = places,
            Sites = Once(folder, "sites.csv", "code", row => new Site { Code = row.Code("code"), Name = row.Text("name"), Kind = row.Word<SiteKind>("kind"), Town = Known(row, "town", towns) }),
            Branches = branches,
            Instruments = Once(folder, "instruments.csv", "code", Instrument),
            Concepts = concepts,
            Relations = ReadRelations(folder, concepts.Select(c => c.Key).ToHashSet(StringComparer.Ordinal)),
            Reasons = [.. ReferenceRow.Read(folder, "reasons.csv").Select(row => new Reason { Kind = row.Word<ReasonKind>("kind"), Code = row.Code("code"), Label = row.Text("label"), Side = row.Optional("side") })],
            Rules = ReadRules(folder),
        };
    }

    /// <summary>The same key gives the same id in every database.</summary>
    internal static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    private static List<Branch> ReadBranches(string folder)
    {
        const string serves = "german:";
        var branches = Once(folder, "branches.csv", "code", row => new Branch
        {
            Code = row.Code("code"),
            Name = row.Text("name"),
            GermanBranch = row.Bool("german_branch"),
            GermanBranchCode = row.List("keywords").SingleOrDefault(k => k.StartsWith(serves, StringComparison.Ordinal))?[serves.Length..],
            Keywords = string.Join('|', row.List("keywords").Where(k => !k.StartsWith(serves, StringComparison.Ordinal))),
        });
        foreach (var branch in branches.Where(b => b.GermanBranchCode is not null && !branches.Any(g => g.GermanBranch && g.Code == b.GermanBranchCode)))
            throw new ReferenceRefused("branches.csv", branches.IndexOf(branch) + 2, $"{branch.GermanBranchCode} is no branch of Deutsch für den Beruf");
        return branches;
    }

    private static Instrument Instrument(ReferenceRow row) => new()
    {
        Code = row.Code("code"),
        Name = row.Text("name"),
        ShortName = row.Text("short_name"),
        Phase = row.Word<Phase>("phase"),
        Bookable = row.Bool("bookable"),
        Parallel = row.Bool("parallel"),
        Funder = row.Optional("funder"),
        LegalBasis = row.Optional("legal_basis"),
        Limits = row.Optional("limits"),
        Scope = row.Optional("scope"),
        Source = row.Optional("source"),
        CheckedOn = row.OptionalDay("checked_on"),
        Status = row.Text("status"),
        Note = row.Optional("note"),
    };

    private static List<Concept> ReadConcepts(string folder, HashSet<string> branches)
    {
        var rows = ReferenceRow.Read(folder, "vocabulary.csv");
        var keys = rows.Select(r => r.Text("key")).ToHashSet(StringComparer.Ordinal);
        var months = ReadValidity(folder, keys);
        return Once(folder, "vocabulary.csv", "key", row =>
        {
            var key = row.Code("key");
            var concept = new Concept
            {
                Id = IdOf(key),
                Key = key,
                Kind = row.Word<ConceptKind>("kind"),
                Label = row.Text("label"),
                BroaderId = row.Optional("broader") is null ? null : IdOf(Known(row, "broader", keys)),
                BranchCode = row.Optional("branch") is null ? null : Known(row, "branch", branches),
                ValidityMonths = months.TryGetValue(key, out var known) ? known : null,
            };
            foreach (var (kind, text) in row.List("alt_labels").Select(text => (ConceptLabelKind.Alternative, text)).Prepend((ConceptLabelKind.Preferred, concept.Label)).DistinctBy(l => l.Item2))
                concept.Labels.Add(new ConceptLabel { Id = IdOf($"{key}/{kind}/{text}"), ConceptId = concept.Id, Kind = kind, Text = text });
            foreach (var code in row.List("codes"))
            {
                var parts = code.Split(':');
                if (parts.Length != 2) throw row.Refused($"code \"{code}\" is not scheme:value");
                concept.Codes.Add(new ConceptCode { Id = IdOf($"{key}/code/{code}"), ConceptId = concept.Id, Scheme = parts[0], Value = parts[1] });
            }

            return concept;
        });
    }

    private static Dictionary<string, int?> ReadValidity(string folder, HashSet<string> concepts) =>
        ReferenceRow.Read(folder, "certificates.csv").ToDictionary(row => Known(row, "key", concepts), row => row.OptionalInt("validity_months"), StringComparer.Ordinal);

    private static List<ConceptRelation> ReadRelations(string folder, HashSet<string> concepts)
    {
        var seen = new HashSet<Guid>();
        var relations = new List<ConceptRelation>();
        foreach (var row in ReferenceRow.Read(folder, "occupation-competences.csv"))
        {
            string from = Known(row, "occupation", concepts), to = Known(row, "competence", concepts);
            var kind = row.Word<ConceptRelationKind>("relation");
            var relation = new ConceptRelation { Id = IdOf($"{from}/{kind}/{to}"), FromId = IdOf(from), ToId = IdOf(to), Kind = kind };
            if (!seen.Add(relation.Id)) throw row.Refused($"{from} and {to} are related twice");
            relations.Add(relation);
        }

        return relations;
    }

    private static List<LegalRule> ReadRules(string folder)
    {
        var codes = ReferenceRow.Read(folder, "legal-rules.csv").Select(r => r.Text("code")).ToHashSet(StringComparer.Ordinal);
        return Once(folder, "legal-rules.csv", "code", row => new LegalRule
        {
            Code = row.Code("code"),
            LegalBasis = row.Word<LegalBasis>("legal_basis"),
            PlacementKind = row.OptionalWord<PlacementKind>("placement_kind"),
            Condition = row.Optional("condition"),
            Lifts = row.Optional("lifts") is null ? null : Known(row, "lifts", codes),
            Figure = row.Int("figure"),
            Unit = row.Word<RuleUnit>("unit"),
            Scope = row.Word<RuleScope>("scope"),
            FrameMonths = row.OptionalInt("frame_months"),
            Effect = row.Word<RuleEffect>("effect"),
            ValidFrom = row.Day("valid_from"),
            ValidUntil = row.OptionalDay("valid_until"),
            Text = row.Text("text", 2000),
            Source = row.Text("source"),
            CheckedOn = row.OptionalDay("checked_on"),
            Status = row.Text("status"),
        });
    }

    private static List<T> Once<T>(string folder, string file, string key, Func<ReferenceRow, T> make)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<T>();
        foreach (var row in ReferenceRow.Read(folder, file))
        {
            if (!seen.Add(row.Text(key))) throw row.Refused($"{key} \"{row.Text(key)}\" stands twice");
            all.Add(make(row));
        }

        return all;
    }

    private static string Known(ReferenceRow row, string column, HashSet<string> known)
    {
        var value = row.Text(column);
        return known.Contains(value) ? value : throw row.Refused($"{column} \"{value}\" is unknown");
    }
}
