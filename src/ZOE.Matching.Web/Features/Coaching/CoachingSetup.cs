using ZOE.Matching.Web.Features.Coaching.Clients;
using ZOE.Matching.Web.Features.Coaching.Courses;
using ZOE.Matching.Web.Features.Coaching.Employers;
using ZOE.Matching.Web.Features.Coaching.Proposals;
using ZOE.Matching.Web.Features.Coaching.Record;
using ZOE.Matching.Web.Features.Coaching.Search;
using ZOE.Matching.Web.Features.Coaching.Today;
using ZOE.Matching.Web.Features.Coaching.Vacancies;
using ZOE.Matching.Web.Referrals;

namespace ZOE.Matching.Web.Features.Coaching;

/// <summary>Registers the readers of the coach's pages.</summary>
public static class CoachingSetup
{
    public static void AddCoaching(this IServiceCollection services)
    {
        services.AddScoped<CaseloadReader>();
        services.AddScoped<ClientEditing>();
        services.AddScoped<RecordReader>();
        services.AddScoped<VacancyReader>();
        services.AddScoped<Confirmations.ConfirmationNotes>();
        services.AddScoped<ReferralNotes>();
        services.AddScoped<CourseReader>();
        services.AddScoped<EmployerReader>();
        services.AddScoped<TodayReader>();
        services.AddScoped<ProposalReader>();
        services.AddScoped<EverythingSearch>();
    }
}
