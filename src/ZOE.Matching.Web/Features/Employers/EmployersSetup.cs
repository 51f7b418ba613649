using ZOE.Matching.Web.Features.Employers.Candidates;
using ZOE.Matching.Web.Features.Employers.Proposals;

namespace ZOE.Matching.Web.Features.Employers;

/// <summary>Registers what the employers' pages read and write with.</summary>
public static class EmployersSetup
{
    public static void AddEmployers(this IServiceCollection services)
    {
        services.AddScoped<CardWords>();
        services.AddScoped<CandidateReader>();
        services.AddScoped<CandidateRequests>();
        services.AddScoped<Profiles.ProfilesReader>();
        services.AddScoped<ProposalReader>();
    }
}
