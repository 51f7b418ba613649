namespace ZOE.Matching.Search;

/// <summary>The separate indexes of the portal. Clients as such are never indexed; an employer only ever searches <see cref="Cards"/>.</summary>
public enum SearchKind
{
    /// <summary>Published vacancies (Stellen), searched by coaches and their own employer.</summary>
    Vacancies,

    /// <summary>Published courses (Maßnahmen), searched by coaches and Träger.</summary>
    Courses,

    /// <summary>Anonymous candidate cards for employers: the closed list of fields, already generalised.</summary>
    Cards,
}
