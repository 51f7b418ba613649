namespace ZOE.Matching.Domain.Staff;

/// <summary>What a member of staff may do beside the role; one person may hold several.</summary>
[Flags]
public enum Duty
{
    None = 0,

    /// <summary>Integrationsfachkraft: decides funding and assignment.</summary>
    IntegrationOfficer = 1,

    /// <summary>Arbeitgeberservice: approves employers, owns contacts.</summary>
    EmployerService = 2,

    /// <summary>Maßnahmebetreuung: approves Träger and courses, receives returned assignments.</summary>
    CourseCare = 4,

    /// <summary>Datenschutz: reads the audit.</summary>
    Privacy = 8,
}

/// <summary>The five kinds of account. Names are the Identity role names.</summary>
public enum PortalRole
{
    Employer,
    Provider,
    Coach,
    TeamLead,
    Admin,
}
