namespace ZOE.Matching.Web.Tests.Seed.Vocabularies;

/// <summary>A small vocabulary in the form of the public files; each test may change a file. Gone after the test.</summary>
public sealed class VocabularyFolder : IDisposable
{
    public const string BakerUri = "http://data.europa.eu/esco/occupation/11111111-1111-1111-1111-111111111111";
    public const string BuilderUri = "http://data.europa.eu/esco/occupation/22222222-2222-2222-2222-222222222222";

    public VocabularyFolder()
    {
        Directory.CreateDirectory(Path);
        Write("esco_occupations.csv", "occ_no,uri,esco_code,isco08,label_de,alt_labels_de,description_de",
            $"1,{BakerUri},7512.1,7512,Bäcker/Bäckerin,Bäcker|Backwerker|Brotbäcker,\"Backt Brot, Brötchen\"",
            $"2,{BuilderUri},7112.1,7112,Maurer/Maurerin,,");
        Write("esco_skills.csv", "skill_no,uri,type,reuse,label_de,alt_labels_de,label_en,group_codes,broader_skill_nos,label_source",
            "1,http://data.europa.eu/esco/skill/aaaaaaaa-0000-0000-0000-000000000001,S,x,Teig kneten,Teig anrühren,knead dough,S1.2,3,esco-1.2.1",
            "2,http://data.europa.eu/esco/skill/aaaaaaaa-0000-0000-0000-000000000002,S,x,,,lay bricks,S1.2,,",
            "3,http://data.europa.eu/esco/skill/aaaaaaaa-0000-0000-0000-000000000003,K,x,Teige,,doughs,S1,,esco-1.0.3");
        Write("esco_skill_groups.csv", "code,label_de,parent_codes", "S1,Herstellen,", "S1.2,Lebensmittel herstellen,S1");
        Write("esco_occupation_skills.csv", "occ_no,skill_no,relation", "1,1,E", "1,3,O", "2,2,E");
        Write("isco08.csv", "code,level,label_de", "75,2,Lebensmittelberufe", "751,3,Lebensmittelverarbeiter", "7512,4,Bäcker und Konditoren", "7112,4,Maurerberufe");
        Write("kldb2010.csv", "code,level,title,short_title,description,activities,excluded_codes",
            "2922,4,Backwaren,Backwaren kurz,,,", "29222,5,Berufe in der Backwarenherstellung - Fachkraft,Backwaren - Fachkraft,,,", "32122,5,Berufe im Maurerhandwerk,,,,");
        Write("kldb_index.csv", "title,kldb5", "Feinbäcker/in,29222", "Ziegelmaurer/in,32122");
        Write("auxco.csv", "auxco_id,title,task,description,kldb5,isco08", "1,Brotmacher/in,Backen,,29222,7512");
        Write("dkz_occupations.csv", "dkz_id,bkz,kldb5,kind,level,label,short_label",
            "1,B 29222-100,29222,a,2,Bäcker/in (BA),Bäcker kurz", "2,B 29222-101,29222,t,2,Pizzabäcker/in,Pizzabäcker", "3,B 32122-100,32122,a,2,Hochbaumaurer/in,");
        Write("dkz_skills.csv", "dkz_skill_id,label,area_code,area_path,search_words", "60101,Mauern,K 0001,Bau > Rohbau,Ziegel|Mauerwerk", "60102,Teigherstellung,K 0002,Ernährung > Backen,Teig", "60103,Teig,K 0002,Ernährung > Backen,");
        Write("dkz_esco_occupations.csv", "bkz,label,esco_uri,relation",
            $"B 29222-100,Bäcker/in (BA),{BakerUri},exact", $"B 29222-101,Pizzabäcker/in,{BakerUri},broad",
            "B 32122-100,Hochbaumaurer/in,http://data.europa.eu/esco/isco/C7112,narrow",
            $"B 99999-100,Waffelbäcker/in,{BakerUri},close",
            "B 32122-100,Hochbaumaurer/in,http://data.europa.eu/esco/occupation/99999999-9999-9999-9999-999999999999,close");
        Write("dkz_esco_skills.csv", "dkz_skill_id,skill_no,relation", "60101,2,exact", "60102,1,close", "60102,3,exact", "60103,3,exact", "60101,3,narrow");
        Write("plz.csv", "plz,place,state,district,district_ags,lat,lon", "01067,Dresden,Sachsen,Dresden,14612,51.0547,13.7269", "30159,Hannover,Niedersachsen,,,52.37,9.73");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("zoe-vocabulary-").FullName;

    public void Write(string file, params string[] lines) => File.WriteAllLines(System.IO.Path.Combine(Path, file), lines);

    public void Append(string file, params string[] lines) => File.AppendAllLines(System.IO.Path.Combine(Path, file), lines);

    public void Remove(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
