using ZOE.Matching.Web.Features.Answer.Shared;
using ZOE.Matching.Web.Features.Coaching.NewPlacement;
using ZOE.Matching.Web.Features.Coaching.Placements;
using ZOE.Matching.Web.Features.Steering.Funnel;
using ZOE.Matching.Web.Placements;
using ZOE.Matching.Web.Reference;

namespace ZOE.Matching.Web.Features;

/// <summary>Registers what the pages of answers, placements and follow-ups need.</summary>
public static class PlacementPages
{
    public static void AddPlacementPages(this IServiceCollection services)
    {
        services.AddScoped<ReasonChoices>();
        services.AddScoped<FollowUpReplies>();
        services.AddScoped<LinkReads>();
        services.AddScoped<PlacementReader>();
        services.AddScoped<PlacementNotes>();
        services.AddScoped<PlacementStarts>();
        services.AddScoped<FunnelReader>();
    }
}
