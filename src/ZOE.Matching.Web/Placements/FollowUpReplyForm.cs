using System.ComponentModel.DataAnnotations;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Web.Forms;
using ZOE.Matching.Web.Texts;

namespace ZOE.Matching.Web.Placements;

/// <summary>The answer to a question about a placement, whoever fills it in: the employer by link or in the portal, the coach after a call.</summary>
[TextsFrom(typeof(Placing))]
public sealed class FollowUpReplyForm
{
    [Required]
    public FollowUpAnswer? Answer { get; set; }

    /// <summary>Only when it was broken off.</summary>
    public OutcomeSide? Side { get; set; }

    [StringLength(40)]
    public string? OutcomeReason { get; set; }

    /// <summary>One row for each competence offered.</summary>
    [MaxLength(FollowUpReplies.MostOffered)]
    public List<SeenRow> Seen { get; set; } = [];

    /// <summary>One more competence in the employer's own words.</summary>
    [StringLength(120)]
    public string? OtherCompetence { get; set; }

    public SkillLevel? OtherLevel { get; set; }

    [StringLength(1000)]
    public string? Comment { get; set; }
}

/// <summary>One offered competence and how well it was seen at work.</summary>
public sealed class SeenRow
{
    /// <summary>Which of those offered; anything else is passed over.</summary>
    [StringLength(40)]
    public string? Key { get; set; }

    /// <summary>Null = not seen.</summary>
    public SkillLevel? Level { get; set; }
}
