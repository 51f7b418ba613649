using ZOE.Matching.Data.Accounts;
using ZOE.Matching.Data.Links;
using ZOE.Matching.Domain.Employers;

namespace ZOE.Matching.Web.Features.Account.TakeOver;

/// <summary>A link with the record that it hands over.</summary>
/// <param name="Taken">An account that has the contact's address already.</param>
public sealed record TakeOver(AnswerLink Link, Employer Employer, EmployerContact Contact, string? Place, PortalUser? Taken);

/// <summary>What the page shows beside the password fields.</summary>
public sealed record TakeOverFacts(string Token, string Company, string? Street, string? Postcode, string? Place, string Contact, string Email, string? Phone);
