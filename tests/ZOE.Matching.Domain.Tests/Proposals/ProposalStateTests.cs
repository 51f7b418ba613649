using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;

namespace ZOE.Matching.Domain.Tests.Proposals;

public class ProposalStateTests
{
    private readonly Client _client = Given.Client();
    private readonly Employer _employer = Given.Employer();

    /// <summary>Every state with every command: the refusal, or the state that follows.</summary>
    [Theory]
    [InlineData(ProposalState.Sent, "Interview", "Interview")]
    [InlineData(ProposalState.Sent, "Yes", "Accepted")]
    [InlineData(ProposalState.Sent, "No", "Declined")]
    [InlineData(ProposalState.Sent, "NoWithoutReason", "Proposal.ReasonMissing")]
    [InlineData(ProposalState.Sent, "Release", "Proposal.NoYesYet")]
    [InlineData(ProposalState.Sent, "Withdraw", "Withdrawn")]
    [InlineData(ProposalState.Sent, "Expire", "Expired")]
    [InlineData(ProposalState.Interview, "Interview", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Interview, "Yes", "Accepted")]
    [InlineData(ProposalState.Interview, "No", "Declined")]
    [InlineData(ProposalState.Interview, "Release", "Interview")]
    [InlineData(ProposalState.Interview, "Withdraw", "Withdrawn")]
    [InlineData(ProposalState.Interview, "Expire", "Interview")]
    [InlineData(ProposalState.Accepted, "Interview", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Accepted, "No", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Accepted, "Release", "Accepted")]
    [InlineData(ProposalState.Accepted, "Withdraw", "Withdrawn")]
    [InlineData(ProposalState.Accepted, "Expire", "Accepted")]
    [InlineData(ProposalState.Declined, "Yes", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Declined, "Release", "Proposal.NoYesYet")]
    [InlineData(ProposalState.Declined, "Withdraw", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Declined, "Expire", "Declined")]
    [InlineData(ProposalState.Withdrawn, "Yes", "Proposal.Withdrawn")]
    [InlineData(ProposalState.Withdrawn, "Release", "Proposal.NoYesYet")]
    [InlineData(ProposalState.Withdrawn, "Withdraw", "Proposal.AlreadyAnswered")]
    [InlineData(ProposalState.Expired, "Yes", "Proposal.Expired")]
    [InlineData(ProposalState.Expired, "Release", "Proposal.NoYesYet")]
    [InlineData(ProposalState.Expired, "Withdraw", "Proposal.AlreadyAnswered")]
    public void Command_InState_LeadsTo(ProposalState state, string command, string result)
    {
        var vacancy = Given.Vacancy(_employer);
        var yes = Given.Consent(_client, ConsentScope.Vacancy, vacancy.Id);
        var proposal = Proposal.Send(_client, vacancy, _employer, yes, Given.Coach, null, Given.Now).Accepted;
        if (state == ProposalState.Interview) Answer(proposal, ProposalAnswer.Interview);
        if (state == ProposalState.Accepted) Answer(proposal, ProposalAnswer.Yes);
        if (state == ProposalState.Declined) Answer(proposal, ProposalAnswer.No);
        if (state == ProposalState.Withdrawn) proposal.Withdraw();
        if (state == ProposalState.Expired) proposal.Expire();
        proposal.State.Should().Be(state);

        var refusal = command switch
        {
            "Interview" => Answer(proposal, ProposalAnswer.Interview),
            "Yes" => Answer(proposal, ProposalAnswer.Yes),
            "No" => Answer(proposal, ProposalAnswer.No),
            "NoWithoutReason" => proposal.Answer(ProposalAnswer.No, null, null, AnswerSource.EmployerLink, Given.Now).Refusal,
            "Release" => proposal.Release(yes, Given.Coach, Given.Now).Refusal,
            "Withdraw" => proposal.Withdraw().Refusal,
            "Expire" => Expire(proposal),
            _ => throw new ArgumentException(command),
        };
        (refusal?.Code ?? proposal.State.ToString()).Should().Be(result);
        proposal.IsReleased.Should().Be(command == "Release" && refusal is null);
    }

    public static TheoryData<string, Func<Client, Vacancy, Consent?>, string?> Consents => new()
    {
        { "yes to the vacancy", (c, v) => Given.Consent(c, ConsentScope.Vacancy, v.Id), null },
        { "none", (_, _) => null, "Proposal.YesMissing" },
        { "another vacancy", (c, _) => Given.Consent(c, ConsentScope.Vacancy, Guid.NewGuid()), "Proposal.YesMissing" },
        { "only searchable", (c, _) => Given.Consent(c, ConsentScope.Search), "Proposal.YesMissing" },
        { "only the employer", (c, v) => Given.Consent(c, ConsentScope.Employer, employerId: v.EmployerId), "Proposal.YesMissing" },
        { "another client", (_, v) => Given.Consent(Given.Client(), ConsentScope.Vacancy, v.Id), "Proposal.YesMissing" },
        { "until today", (c, v) => Given.Consent(c, ConsentScope.Vacancy, v.Id, until: Given.Today), null },
        { "until yesterday", (c, v) => Given.Consent(c, ConsentScope.Vacancy, v.Id, given: Given.Today.AddDays(-9), until: Given.Today.AddDays(-1)), "Proposal.YesMissing" },
    };

    [Theory]
    [MemberData(nameof(Consents), DisableDiscoveryEnumeration = true)]
    public void Send_Consent_MustCoverThisVacancyToday(string what, Func<Client, Vacancy, Consent?> consent, string? code)
    {
        var vacancy = Given.Vacancy(_employer);
        Proposal.Send(_client, vacancy, _employer, consent(_client, vacancy), Given.Coach, null, Given.Now).Refusal?.Code.Should().Be(code, what);
    }

    [Theory]
    [InlineData(WorkPermission.Unknown, null, null)]
    [InlineData(WorkPermission.NotAllowed, null, "Proposal.MayNotWork")]
    [InlineData(WorkPermission.Allowed, "2027-01-12", null)]
    [InlineData(WorkPermission.Allowed, "2027-01-11", "Proposal.MayNotWork")]
    public void Send_WorkPermission_MustHold(WorkPermission permission, string? until, string? code)
    {
        var vacancy = Given.Vacancy(_employer);
        _client.WorkPermission = permission;
        _client.WorkPermissionUntil = Given.DayOrNull(until);
        Proposal.Send(_client, vacancy, _employer, Given.Consent(_client, ConsentScope.Vacancy, vacancy.Id), Given.Coach, null, Given.Now).Refusal?.Code.Should().Be(code);
    }

    [Fact]
    public void Send_DraftOrForeignVacancy_IsRefused()
    {
        var draft = Given.Vacancy(_employer, published: false);
        Proposal.Send(_client, draft, _employer, Given.Consent(_client, ConsentScope.Vacancy, draft.Id), Given.Coach, null, Given.Now).Refusal!.Code.Should().Be("Proposal.VacancyNotOpen");
        Proposal.Send(_client, draft, Given.Employer(), null, Given.Coach, null, Given.Now).Refusal!.Code.Should().Be("Proposal.WrongEmployer");
    }

    [Fact]
    public void Release_YesWithdrawnMeanwhile_IsRefused()
    {
        var vacancy = Given.Vacancy(_employer);
        var yes = Given.Consent(_client, ConsentScope.Vacancy, vacancy.Id);
        var proposal = Proposal.Send(_client, vacancy, _employer, yes, Given.Coach, null, Given.Now).Accepted;
        Answer(proposal, ProposalAnswer.Yes);
        yes.End = new ConsentEnd { ConsentId = yes.Id, ClientId = _client.Id };
        proposal.Release(yes, Given.Coach, Given.Now).Refusal!.Code.Should().Be("Proposal.YesMissing");
        proposal.IsReleased.Should().BeFalse();
    }

    private static Refusal? Answer(Proposal proposal, ProposalAnswer answer) =>
        proposal.Answer(answer, answer == ProposalAnswer.No ? "Filled" : null, null, AnswerSource.EmployerLink, Given.Now).Refusal;

    private static Refusal? Expire(Proposal proposal)
    {
        proposal.Expire();
        return null;
    }
}
