using Microsoft.EntityFrameworkCore;
using ZOE.Matching.Data;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Data.Mail;
using ZOE.Matching.Domain;
using ZOE.Matching.Domain.Employers;
using ZOE.Matching.Domain.Placements;
using ZOE.Matching.Domain.Proposals;
using ZOE.Matching.Web.Links;
using ZOE.Matching.Web.Matches;

namespace ZOE.Matching.Web.Mail;

/// <summary>Letters to contacts of employers. Each checks again whether its cause still holds.</summary>
public sealed class EmployerLetters(MatchingDbContext db, LinkDesk links, LetterFrame frame, MatchFacts facts, TimeProvider clock)
{
    /// <summary>Days for which the link of a question about a placement works.</summary>
    public const int FollowUpLinkDays = 14;

    public async Task<Writing> ProposalAsync(MailItem mail, CancellationToken stop)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == mail.RecordId, stop);
        if (proposal is not { State: ProposalState.Sent } || proposal.AnswerUntil < clock.Today() || !await HoldsAsync(proposal.ConsentId, stop)) return Writing.Void;
        var vacancy = await db.Vacancies.AsNoTracking().Include(v => v.Requirements).SingleAsync(v => v.Id == proposal.VacancyId, stop);
        if (await LinkAsync(mail, stop) is not { } link || await ContactAsync(mail, stop) is not { } contact) return Writing.Void;
        var address = frame.Address("/answer/proposal/" + await links.TokenOfAsync(link));
        return frame.Compose(mail, contact.Email, contact.Name, "Proposal",
            LetterFrame.OneLine(vacancy.Title), vacancy.Reference, await RequirementsAsync(proposal.ClientId, vacancy, stop), LetterFrame.Day(proposal.AnswerUntil), address, proposal.Code);
    }

    public async Task<Writing> ContactReleasedAsync(MailItem mail, CancellationToken stop)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == mail.RecordId, stop);
        if (proposal is not { IsReleased: true } || !await HoldsAsync(proposal.ConsentId, stop)) return Writing.Void;
        var title = await db.Vacancies.Where(v => v.Id == proposal.VacancyId).Select(v => v.Title).SingleAsync(stop);
        if (await LinkAsync(mail, stop) is not { } link || await ContactAsync(mail, stop) is not { } contact) return Writing.Void;
        var address = frame.Address("/answer/contact/" + await links.TokenOfAsync(link));
        return frame.Compose(mail, contact.Email, contact.Name, "ContactReleased", LetterFrame.OneLine(title), address, LetterFrame.Day(LegalDay.Of(link.ExpiresAtUtc)));
    }

    /// <summary>The question and its reminder. A link that ran out while the mail waited is made anew: the question still stands.</summary>
    public async Task<Writing> FollowUpAsync(MailItem mail, CancellationToken stop)
    {
        var followUp = await db.FollowUps.AsNoTracking().SingleOrDefaultAsync(f => f.Id == mail.RecordId, stop);
        if (followUp is not { IsOpen: true } || await ContactAsync(mail, stop) is not { } contact) return Writing.Void;
        var placement = await db.Placements.AsNoTracking().SingleAsync(p => p.Id == followUp.PlacementId, stop);
        if (placement.State is PlacementState.CalledOff or PlacementState.AwaitingFunding) return Writing.Void;
        var link = await LinkAsync(mail, stop) ?? await RenewAsync(mail, followUp.Id, stop);
        if (link is null) return Writing.Void;
        var title = await db.Vacancies.Where(v => v.Id == placement.VacancyId).Select(v => v.Title).SingleOrDefaultAsync(stop);
        var what = title is null ? frame.Label(placement.Kind) : frame.Text("KindOfVacancy", frame.Label(placement.Kind), LetterFrame.OneLine(title));
        return frame.Compose(mail, contact.Email, contact.Name, mail.Kind.ToString(), what, LetterFrame.Day(placement.StartOn),
            frame.Text($"Question.{followUp.Kind}"), frame.Address("/answer/follow-up/" + await links.TokenOfAsync(link)));
    }

    public async Task<Writing> TakeoverAsync(MailItem mail, CancellationToken stop)
    {
        var employer = await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == mail.RecordId, stop);
        if (employer is not { KeptByStaff: true } || employer.Approval == ApprovalState.Rejected) return Writing.Void;
        if (await LinkAsync(mail, stop) is not { } link || await ContactAsync(mail, stop) is not { } contact) return Writing.Void;
        return frame.Compose(mail, contact.Email, contact.Name, "EmployerTakeover", LetterFrame.OneLine(employer.Name),
            frame.Address("/answer/take-over/" + await links.TokenOfAsync(link)), LetterFrame.Day(LegalDay.Of(link.ExpiresAtUtc)));
    }

    /// <summary>Registration received, approved or not: what holds when the mail goes out.</summary>
    public async Task<Writing> ApprovedAsync(MailItem mail, CancellationToken stop)
    {
        var employer = await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == mail.RecordId, stop);
        if (employer is null) return Writing.Void;
        var (address, name) = mail.UserId is { } userId
            ? await db.Users.Where(u => u.Id == userId && !u.Disabled).Select(u => ValueTuple.Create(u.Email, u.DisplayName)).SingleOrDefaultAsync(stop)
            : await ContactAsync(mail, stop) is { } contact ? (contact.Email, contact.Name) : default;
        return frame.Compose(mail, address, name, $"Employer{employer.Approval}", LetterFrame.OneLine(employer.Name), frame.Address("/account/sign-in"));
    }

    private Task<EmployerContact?> ContactAsync(MailItem mail, CancellationToken stop) =>
        db.EmployerContacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == mail.ContactId, stop);

    /// <summary>The mail's link if it can still be used.</summary>
    private async Task<AnswerLink?> LinkAsync(MailItem mail, CancellationToken stop)
    {
        var now = clock.NowUtc();
        return await db.AnswerLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == mail.LinkId && l.UsedAtUtc == null && l.ExpiresAtUtc > now, stop);
    }

    private Task<AnswerLink?> RenewAsync(MailItem mail, Guid followUpId, CancellationToken stop) => db.InWriteTransactionAsync(async () =>
    {
        if (await db.AnswerLinks.AnyAsync(l => l.Id == mail.LinkId && l.UsedAtUtc != null, stop)) return null;
        var link = await links.AddAsync(LinkPurpose.AnswerFollowUp, followUpId, mail.ContactId, TimeSpan.FromDays(FollowUpLinkDays));
        await db.SaveChangesAsync(stop);
        await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LinkId, link.Id), stop);
        return link;
    }, stop);

    private async Task<bool> HoldsAsync(Guid consentId, CancellationToken stop) =>
        await db.Consents.AsNoTracking().Include(c => c.End).SingleOrDefaultAsync(c => c.Id == consentId, stop) is { } consent && consent.HoldsOn(clock.Today());

    /// <summary>The vacancy's own requirements with what is there and what is missing, one line each.</summary>
    private async Task<string> RequirementsAsync(Guid clientId, Vacancy vacancy, CancellationToken stop)
    {
        if (await facts.ExplainAsync(clientId, vacancy.Id, stop) is not { } result) return frame.Text("NoRequirements");
        var lines = RequirementCheck.Of(vacancy, result).Select(r => frame.Text($"Requirement.{r.State}", LetterFrame.OneLine(r.Typed))).ToList();
        if (vacancy.GermanSpoken != CefrLevel.None || vacancy.GermanWritten != CefrLevel.None)
            lines.Add(frame.Text(RequirementCheck.German(result) switch
            {
                RequirementState.Met => "German.Met",
                RequirementState.Gap => "German.Gap",
                RequirementState.Open => "German.Open",
            }));
        return lines.Count == 0 ? frame.Text("NoRequirements") : string.Join('\n', lines);
    }
}
