using ZOE.Matching.Data.Jobs;
using ZOE.Matching.Data.Mail;

namespace ZOE.Matching.Web.Features.Admin.Jobs;

/// <summary>A background job with its last run, if there was one.</summary>
public sealed record JobRow(string Name, string Cron, JobRun? Last);

/// <summary>A mail that could not be delivered: kind and reason, never address or text.</summary>
public sealed record DeadLetter(Guid Id, MailKind Kind, MailState State, DateTime CreatedAtUtc, int Attempts, string? LastError);

/// <summary>State of the background work.</summary>
public sealed record JobsPage(IReadOnlyList<JobRow> Jobs, IReadOnlyDictionary<MailState, int> Mails, IReadOnlyList<DeadLetter> Letters, bool HasDashboard);
