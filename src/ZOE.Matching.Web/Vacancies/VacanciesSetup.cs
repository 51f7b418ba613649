namespace ZOE.Matching.Web.Vacancies;

/// <summary>Registers what enters and shows vacancies.</summary>
public static class VacanciesSetup
{
    public static void AddVacancies(this IServiceCollection services)
    {
        services.AddScoped<VacancyWriter>();
        services.AddScoped<VacancyDesk>();
        services.AddScoped<VacancyPages>();
    }
}
