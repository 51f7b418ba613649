using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Clients;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Security;
using ZOE.Matching.Web.Work;

namespace ZOE.Matching.Web.Clients;

/// <summary>How a client said yes, as the coach records it.</summary>
public sealed record ClientYes(ConsentWay Way, DateOnly GivenOn, DateOnly ValidUntil, string Language, bool WithInterpreter, string Purpose);

/// <summary>Records and ends consents. The client comes tracked with its consents.</summary>
public sealed class ConsentDesk(MatchingDbContext db, CurrentUser user, Outbox outbox)
{
    /// <summary>Version of the consent text that is read out or shown now.</summary>
    public const string TextVersion = "2026-11";

    /// <summary>Yes to be searchable by approved employers, as an anonymous card.</summary>
    public Task<Decision<Consent>> RecordSearchAsync(Client client, ClientYes yes) =>
        RecordAsync(client, yes, ConsentScope.Search, RecipientGroup.ApprovedEmployers, null, null);

    /// <summary>Yes to this vacancy; the only thing that allows a proposal.</summary>
    public Task<Decision<Consent>> RecordVacancyAsync(Client client, Vacancy vacancy, ClientYes yes) =>
        RecordAsync(client, yes, ConsentScope.Vacancy, RecipientGroup.OneEmployer, vacancy.Id, vacancy.EmployerId);

    /// <summary>Yes to this employer (candidate-led).</summary>
    public Task<Decision<Consent>> RecordEmployerAsync(Client client, Guid employerId, ClientYes yes) =>
        RecordAsync(client, yes, ConsentScope.Employer, RecipientGroup.OneEmployer, null, employerId);

    /// <summary>Ends a consent without asking why. Open proposals that stand on it are withdrawn, their mails and links void, in the same transaction.</summary>
    public Task<Decision> EndAsync(Client client, Guid consentId, ConsentWay way) => db.InWriteTransactionAsync(async () =>
    {
        var consent = client.Consents.SingleOrDefault(c => c.Id == consentId);
        if (consent is null) return new Refusal("Consent.Unknown");
        if (consent.End is not null) return Decision.Accepted;
        db.Add(new ConsentEnd { ConsentId = consent.Id, ClientId = client.Id, Way = way, EndedAtUtc = outbox.Now, RecordedById = user.Id });
        var proposals = await db.Proposals
            .Where(p => p.ConsentId == consentId && (p.State == ProposalState.Sent || p.State == ProposalState.Interview || p.State == ProposalState.Accepted))
            .ToListAsync();
        foreach (var proposal in proposals)
        {
            proposal.Withdraw();
            await outbox.VoidAsync(proposal.Id);
        }

        return await db.SaveOrRefuseAsync() is { } refusal ? refusal : Decision.Accepted;
    });

    private async Task<Decision<Consent>> RecordAsync(Client client, ClientYes yes, ConsentScope scope, RecipientGroup recipients, Guid? vacancyId, Guid? employerId)
    {
        if (Consent.Check(yes.GivenOn, yes.ValidUntil, outbox.Today).Refusal is { } refusal) return refusal;
        var consent = new Consent
        {
            ClientId = client.Id,
            Scope = scope,
            Recipients = recipients,
            VacancyId = vacancyId,
            EmployerId = employerId,
            Purpose = yes.Purpose,
            TextVersion = TextVersion,
            Language = yes.Language,
            Way = yes.Way,
            WithInterpreter = yes.WithInterpreter,
            GivenOn = yes.GivenOn,
            ValidUntil = yes.ValidUntil,
            RecordedById = user.Id,
            RecordedAtUtc = outbox.Now,
        };
        client.Consents.Add(consent);
        return await db.SaveOrRefuseAsync() is { } lost ? lost : consent;
    }
}
