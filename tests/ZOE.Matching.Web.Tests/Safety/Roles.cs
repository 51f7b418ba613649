namespace ZOE.Matching.Web.Tests.Safety;

/// <summary>Who calls, as the columns of endpoints.csv.</summary>
public enum Caller
{
    Anonymous,

    /// <summary>Registered, not approved yet, with a draft of its own.</summary>
    EmployerNew,

    /// <summary>The employer of side X.</summary>
    Employer,

    /// <summary>The Träger of side X.</summary>
    Provider,

    /// <summary>Responsible for the client of side X.</summary>
    CoachOwn,

    /// <summary>Responsible for the client of side Y, in another team.</summary>
    CoachForeign,

    /// <summary>Coach of a third team with the duty Arbeitgeberservice.</summary>
    EmployerService,

    /// <summary>Coach of a third team with the duty Maßnahmebetreuung.</summary>
    CourseCare,

    /// <summary>Integrationsfachkraft of the client of side X, in a third team.</summary>
    IntegrationOfficer,

    /// <summary>Leads the team of side X.</summary>
    TeamLead,

    Admin,
}

/// <summary>Two halves of the small world that know nothing of each other.</summary>
public enum Side
{
    X,
    Y,
}
