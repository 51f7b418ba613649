namespace ZOE.Matching.Domain.Clients;

/// <summary>What the coach should do next for a client.</summary>
public enum NextAction
{
    /// <summary>The open task that is due first.</summary>
    DoTask,

    /// <summary>Confirm or reject what employers and Träger reported.</summary>
    ConfirmCompetences,

    /// <summary>The profile is empty.</summary>
    FillProfile,

    /// <summary>No German level is proved.</summary>
    ProveGerman,

    /// <summary>Nobody has asked for the consent to be searchable, or it is over.</summary>
    RecordConsent,

    /// <summary>Vacancies fit and none is proposed.</summary>
    LookAtVacancies,

    /// <summary>Nobody has spoken with the client for a long time.</summary>
    Talk,

    /// <summary>A proposal or placement is under way.</summary>
    Wait,
}

/// <summary>Where a client stands, as far as the next action depends on it.</summary>
/// <param name="TaskDueOn">Day of the open task that is due first.</param>
/// <param name="UnderWay">A proposal is open or a placement agreed or running.</param>
public sealed record ClientStanding(
    DateOnly? TaskDueOn, int WaitingCompetences, int ProfileEntries, CefrLevel German, bool IsSearchable, int FittingVacancies, bool UnderWay, DateOnly? LastContactOn);

/// <summary>Chooses the one thing to do next (nächster Schritt): what is due, then what is missing for matching, then what matching offers.</summary>
public static class NextActions
{
    /// <summary>Days without a talk after which one is suggested.</summary>
    public const int TalkAfterDays = 42;

    public static NextAction Of(ClientStanding client, DateOnly today)
    {
        if (client.TaskDueOn <= today) return NextAction.DoTask;
        if (client.WaitingCompetences > 0) return NextAction.ConfirmCompetences;
        if (client.ProfileEntries == 0) return NextAction.FillProfile;
        if (client.German == CefrLevel.None) return NextAction.ProveGerman;
        if (!client.IsSearchable) return NextAction.RecordConsent;
        if (!client.UnderWay && client.FittingVacancies > 0) return NextAction.LookAtVacancies;
        if (client.LastContactOn is null || client.LastContactOn.Value.AddDays(TalkAfterDays) < today) return NextAction.Talk;
        return client.TaskDueOn is not null ? NextAction.DoTask : NextAction.Wait;
    }
}
