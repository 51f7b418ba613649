using ZOE.Matching.Domain.Staff;

namespace ZOE.Matching.Domain.Searches;

/// <summary>A search that its owner has saved (gespeicherte Suche), to be told of new hits.</summary>
public sealed class SavedSearch : Aggregate
{
    /// <summary>Longest name.</summary>
    public const int MaxName = 80;

    public Guid OwnerId { get; init; }

    public SavedSearchKind Kind { get; init; }

    public required string Name { get; set; }

    public required string Words { get; init; }

    public string? PlaceCode { get; init; }

    public int RadiusKm { get; init; }

    /// <summary>As <see cref="SearchCriteria.FilterText"/> writes them.</summary>
    public required string Filters { get; init; }

    public SearchFrequency Frequency { get; private set; }

    /// <summary>What was published before is no news.</summary>
    public DateTime CreatedAtUtc { get; init; }

    public DateTime? LastLookedAtUtc { get; private set; }

    /// <summary>Due from then on.</summary>
    public DateTime NextLookAtUtc { get; private set; }

    /// <summary>Taken by a worker until then.</summary>
    public DateTime? LeaseUntilUtc { get; private set; }

    /// <summary>Rises with every taking; a worker with an older number may no longer write.</summary>
    public int Fence { get; private set; }

    /// <summary>Candidates: the band last told, in tens.</summary>
    public int ToldTens { get; private set; }

    /// <summary>Stopped: kept, but silent.</summary>
    public DateTime? StoppedAtUtc { get; private set; }

    public bool IsStopped => StoppedAtUtc is not null;

    public SearchCriteria Criteria => SearchCriteria.Of(Kind, Words, PlaceCode, RadiusKm, SearchCriteria.ReadFilters(Filters));

    /// <summary>Saves a search, or says why not.</summary>
    /// <param name="already">Number of searches that the owner has.</param>
    public static Decision<SavedSearch> Save(Guid ownerId, PortalRole role, SavedSearchKind kind, string name, SearchCriteria criteria, SearchFrequency frequency, int already, DateTime nowUtc)
    {
        if (!SavedSearchRules.KindsOf(role).Contains(kind)) return new Refusal("SavedSearch.NotForYou");
        if (criteria.IsEmpty) return new Refusal("SavedSearch.Empty");
        if (already >= SavedSearchRules.MostOfOneOwner) return new Refusal("SavedSearch.TooMany", SavedSearchRules.MostOfOneOwner);
        if (!SavedSearchRules.FrequenciesOf(kind).Contains(frequency)) return new Refusal("SavedSearch.Frequency") { Field = nameof(Frequency) };
        return new SavedSearch
        {
            OwnerId = ownerId,
            Kind = kind,
            Name = name.Trim(),
            Words = criteria.Words,
            PlaceCode = criteria.PlaceCode,
            RadiusKm = criteria.RadiusKm,
            Filters = criteria.FilterText,
            Frequency = frequency,
            CreatedAtUtc = nowUtc,
            NextLookAtUtc = SavedSearchRules.NextLook(frequency, nowUtc),
        };
    }

    /// <summary>Changes name and frequency.</summary>
    public Decision Change(string name, SearchFrequency frequency, DateTime nowUtc)
    {
        if (!SavedSearchRules.FrequenciesOf(Kind).Contains(frequency)) return new Refusal("SavedSearch.Frequency") { Field = nameof(Frequency) };
        Name = name.Trim();
        if (frequency != Frequency) NextLookAtUtc = SavedSearchRules.NextLook(frequency, nowUtc);
        Frequency = frequency;
        return Decision.Accepted;
    }

    /// <summary>Tells again.</summary>
    public void Resume(DateTime nowUtc)
    {
        StoppedAtUtc = null;
        NextLookAtUtc = SavedSearchRules.NextLook(Frequency, nowUtc);
    }
}

/// <summary>A hit that was told; unique by search and record, so that none is told twice.</summary>
public sealed class SavedSearchHit
{
    public Guid SearchId { get; init; }

    /// <summary>The vacancy or course. Never a client: candidates are told as counts.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The look that found it; also the id of its mail.</summary>
    public Guid LookId { get; init; }

    public DateTime ToldAtUtc { get; init; }
}
